/** Receipts and transactions are written once: never changed, only reversed. */
import type { Dispatch } from '../../../src/message/call.js';
import { nouns } from '../../../src/nouns.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import { memberOf } from '../../../src/services/identification.js';
import { aMessage, gist, named } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';

let ports: TestPorts;
let dispatch: Dispatch;
type Root = Readonly<Record<string, unknown>>;

const send = (operation: string, root: Root) => aMessage(operation).with(root).to(dispatch);
const transaction = (mRID: string) => ports.store.objectByMRID('TransactionRecord', undefined, mRID);
const sale = { kind: 'tokenSalePayment', line: { amount: '20.00' } };
const reversal = (mRID: string, reversedId?: string) => ({ mRID, kind: 'transactionReversal', reversedId });

beforeEach(async () => {
  ports = await testPorts();
  const { ReceiptRecord, TransactionRecord, AuxiliaryAgreementConfig, PricingStructureConfig } = nouns;
  dispatch = dispatcher({ ReceiptRecord, TransactionRecord, AuxiliaryAgreementConfig, PricingStructureConfig }, ports);
  await send('CreateTransactionRecord', {
    Transaction: [named('T-1', { mRID: 't-1', ...sale }), { mRID: 't-2', ...sale }],
  });
});
afterEach(() => ports.close());

it.each(['t-1', 'T-1', ' t-1 '])('a reversal that names %s takes that transaction back', async (id) => {
  expect(gist(await send('CreateTransactionRecord', { Transaction: [reversal('r-1', id)] })).result).toBe('OK');
  expect(await transaction('t-1')).toMatchObject({ state: 'canceled', version: 2, document: sale });
  expect(await transaction('r-1')).toMatchObject({ state: 'active' });
  expect(await transaction('t-2')).toMatchObject({ state: 'active', version: 1 });
});

const refused: readonly (readonly [string, Root, string, RegExp])[] = [
  [
    'without the transaction it takes back',
    reversal('r-1'),
    '5.8',
    /Transaction\[1\]\.reversedId: a reversal says which/,
  ],
  ['of nothing', reversal('r-1', 't-9'), '2.15', /no transaction has the mRID t-9/],
];
it.each(refused)('refuses a reversal %s, and writes the good beside it', async (_, wrong, code, details) => {
  const reply = await send('CreateTransactionRecord', { Transaction: [{ mRID: 't-3', ...sale }, wrong] });
  expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: [code] });
  expect(gist(reply).details[0]).toMatch(details);
  expect(await transaction('t-3')).toMatchObject({ state: 'active' });
  expect(await transaction('r-1')).toBeUndefined();
});

it('takes a transaction back once, and no reversal at all', async () => {
  const twice = await send('CreateTransactionRecord', {
    Transaction: [reversal('r-1', 't-1'), reversal('r-2', 't-1')],
  });
  expect(gist(twice)).toMatchObject({ result: 'PARTIAL', codes: ['6.1'] });
  expect(gist(twice).details[0]).toMatch(/Transaction\[1\]\.reversedId: the transaction t-1 is canceled already/);
  const back = await send('CreateTransactionRecord', { Transaction: [reversal('r-3', 'r-1')] });
  expect(gist(back)).toMatchObject({ result: 'FAILED', codes: ['6.1'] });
  expect(gist(back).details[0]).toContain('is a reversal itself');
  expect(gist(await send('CancelTransactionRecord', { Transaction: [{ mRID: 'r-1' }] })).codes).toEqual(['6.1']);
  expect(await transaction('r-1')).toMatchObject({ state: 'active', version: 1 });
});

it('cancel takes a transaction or a receipt back as well, once', async () => {
  await send('CreateReceiptRecord', { Receipt: [{ mRID: 'q-1', line: { amount: '20.00' } }] });
  for (const [noun, kind, mRID] of [
    ['TransactionRecord', 'Transaction', 't-1'],
    ['ReceiptRecord', 'Receipt', 'q-1'],
  ] as const) {
    expect(gist(await send(`Cancel${noun}`, { [kind]: [{ mRID }] })).result).toBe('OK');
    expect(gist(await send(`Cancel${noun}`, { [kind]: [{ mRID }] })).codes).toEqual(['6.1']);
  }
  const found = await send('GetTransactionRecord', { Transaction: [{ mRID: 't-1' }] });
  expect(memberOf(memberOf(found.Payload, 'TransactionRecord'), 'Transaction')).toMatchObject([sale]);
});

it.each(['Change', 'Close', 'Delete'])('has no %s, and says which verbs there are', async (verb) => {
  const reply = await send(`${verb}TransactionRecord`, { Transaction: [{ mRID: 't-1', donorReference: 'x' }] });
  expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.9'] });
  expect(await transaction('t-1')).toMatchObject({ version: 1 });
});

it('takes the same word of another system again, and refuses another one', async () => {
  const same = await send('CreatedTransactionRecord', { Transaction: [{ mRID: 't-2', ...sale }] });
  expect(gist(same)).toMatchObject({ result: 'OK', codes: ['0.3'] });
  const other = await send('CreatedTransactionRecord', { Transaction: [{ mRID: 't-2', kind: 'tokenGrant' }] });
  expect(gist(other)).toMatchObject({ result: 'FAILED', codes: ['6.1'] });
  expect(gist(other).details[0]).toMatch(/told with other content, and is never changed; reverse it/);
  expect(await transaction('t-2')).toMatchObject({ version: 1, document: sale });
});

it('a reversal that another system tells takes the transaction back once, however often it is told', async () => {
  const told = { Transaction: [reversal('r-1', 't-1')] };
  for (let again = 0; again < 2; again++)
    expect(gist(await send('CreatedTransactionRecord', told)).codes).toEqual(['0.3']);
  expect(await transaction('t-1')).toMatchObject({ state: 'canceled', version: 2 });
  const unknown = await send('CreatedTransactionRecord', { Transaction: [reversal('r-2', 'never-told')] });
  expect(gist(unknown).codes).toEqual(['0.3']);
});

it('keeps amounts digit for digit', async () => {
  const Transaction = [{ mRID: 't-5', line: { amount: '0020.500', rounding: '-0.00' } }];
  await send('CreateTransactionRecord', { Transaction });
  const found = await send('GetTransactionRecord', { Transaction: [{ mRID: 't-5' }] });
  expect(memberOf(found.Payload, 'TransactionRecord')).toEqual({ Transaction });
});
