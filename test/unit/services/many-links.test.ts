/** Links of objects that have more of them than are read at once: none of them is overlooked. */
import type { AnyResponse, Dispatch } from '../../../src/message/call.js';
import { nouns } from '../../../src/nouns.js';
import type { NewObject, ObjectReference } from '../../../src/ports/object-store.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import { linkageNoun } from '../../../src/services/places.js';
import { aMessage, gist, named } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';

/** More than two pages of links. */
const many = 2_400;

let ports: TestPorts;
let dispatch: Dispatch;

type Root = Readonly<Record<string, unknown>>;
const send = (operation: string, root: Root): Promise<AnyResponse> => aMessage(operation).with(root).to(dispatch);
const by = (mRID: string) => [{ mRID }];
const link = async (root: Root) => gist(await send('CreateMasterDataLinkageConfig', root));

const owners = {
  CustomerAccount: ['a', 'a-free'],
  PricingStructure: ['p', 'p-all', 'p-twin'],
  ServiceSupplier: ['s', 's-other'],
  CustomerAgreement: ['ag', 'ag-free'],
  ServiceLocation: ['house'],
  Customer: ['c'],
  UsagePoint: ['u', 'u-free'],
} as const;

const reference = (kind: string, mRID: string): ObjectReference => ({ kind, mRID, names: [] });
const stored = (mRID: string, ...objects: ObjectReference[]): NewObject => ({
  noun: linkageNoun,
  kind: linkageNoun,
  mRID,
  names: [],
  state: 'active',
  document: Object.fromEntries(objects.map(({ kind, mRID: own }) => [kind, [{ mRID: own! }]])),
  references: objects,
});
const fill = async (what: string, ...objects: ObjectReference[]) => {
  const links = Array.from({ length: many }, (_, at) =>
    stored(`${what}-${at}`, ...objects, reference('UsagePoint', `${what}-u-${at}`)),
  );
  await ports.store.transaction((tx) => tx.insert(links, { at: 'now' }));
};
const put = (mRID: string, ...objects: ObjectReference[]) =>
  ports.store.transaction((tx) => tx.insert([stored(mRID, ...objects)], { at: 'now' }));

beforeAll(async () => {
  ports = await testPorts();
  dispatch = dispatcher(nouns, ports);
  for (const [kind, mRIDs] of Object.entries(owners)) {
    const objects = mRIDs.map((mRID) => named(mRID.toUpperCase(), { mRID }));
    expect(gist(await send(`Create${kind}Config`, { [kind]: objects }))).toMatchObject({ result: 'OK' });
  }
  // what matters of these stands behind thousands of links that do not
  await fill('account', reference('CustomerAccount', 'a'));
  await put('supplied', reference('CustomerAccount', 'a'), reference('ServiceSupplier', 's'));
  await fill('free', reference('CustomerAccount', 'a-free'));
  await fill('price', reference('PricingStructure', 'p'));
  await fill('terms', reference('CustomerAgreement', 'ag'));
  await put('priced', reference('PricingStructure', 'p'), reference('CustomerAgreement', 'ag'));
  await fill('supplier', reference('PricingStructure', 'p-all'), reference('ServiceSupplier', 's'));
});
afterAll(() => ports.close());

it('a link that contradicts is found behind thousands of others', async () => {
  expect(await link({ CustomerAccount: by('a'), ServiceSupplier: by('s-other') })).toMatchObject({
    result: 'FAILED',
    codes: ['2.21'],
    details: [expect.stringContaining('linked to the service supplier s by supplied')],
  });
});

it('the very link is found behind thousands of others, of an object that has at most one and of those that have any number', async () => {
  const same = (mRID: string) => ({
    result: 'FAILED',
    codes: ['2.29'],
    details: [expect.stringContaining(`delete or close ${mRID} first`)],
  });
  expect(await link({ CustomerAccount: by('a'), ServiceSupplier: by('s') })).toMatchObject(same('supplied'));
  expect(await link({ PricingStructure: by('p'), CustomerAgreement: by('ag') })).toMatchObject(same('priced'));
});

it('where thousands of links say nothing against it, the link is made', async () => {
  expect(await link({ CustomerAccount: by('a-free'), ServiceSupplier: by('s') })).toMatchObject({ result: 'OK' });
  expect(await link({ PricingStructure: by('p'), CustomerAgreement: by('ag-free') })).toMatchObject({ result: 'OK' });
  expect(await link({ Customer: by('c'), ServiceLocation: by('house') })).toMatchObject({ result: 'OK' });
});

it('links that join two objects already tell that nothing contradicts: the rest need not be read', async () => {
  const asked: (number | undefined)[] = [];
  const { objects } = ports.store;
  const counting: TestPorts = {
    ...ports,
    store: {
      ...ports.store,
      transaction: (work) =>
        ports.store.transaction((tx) =>
          work({
            ...tx,
            objects: (query) => {
              if (query.noun === linkageNoun) asked.push(query.after);
              return tx.objects(query);
            },
          }),
        ),
      objects,
    },
  };
  const root = { PricingStructure: by('p-all'), ServiceSupplier: by('s'), UsagePoint: by('u-free') };
  const reply = await aMessage('CreateMasterDataLinkageConfig').with(root).to(dispatcher(nouns, counting));
  expect(gist(reply)).toMatchObject({ result: 'OK' });
  expect(asked).toEqual([undefined, undefined]);
  const other = { PricingStructure: by('p-all'), ServiceSupplier: by('s-other'), UsagePoint: by('u') };
  expect(await link(other)).toMatchObject({ result: 'FAILED', codes: ['2.29'] });
});
