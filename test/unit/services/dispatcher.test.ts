import { ReplyError } from '../../../src/message/finding.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import { commandVerbs, configVerbs, recordVerbs, type NounTable } from '../../../src/services/noun-row.js';
import type { HeadEnd } from '../../../src/ports/head-end.js';
import { aMessage, aMeter, gist } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';

const table: NounTable = {
  MeterConfig: { verbs: configVerbs, masterData: true, objects: ['Meter'] },
  ReceiptRecord: { verbs: recordVerbs, objects: ['Receipt'] },
  UsagePointConfig: {
    verbs: configVerbs,
    objects: ['UsagePoint'],
    service: () => ({
      create: () => Promise.reject(new ReplyError({ code: '6.1', details: 'not on Sundays' })),
      change: () => Promise.reject(new TypeError('a defect')),
    }),
  },
};

let ports: TestPorts;
beforeEach(async () => {
  ports = await testPorts();
});
afterEach(() => ports.close());

const create = () => aMessage('CreateMeterConfig').with({ Meter: [aMeter('M-1', { mRID: 'm-1' })] });
const stored = () => ports.store.objects({ noun: 'MeterConfig', limit: 10 });

describe('the dispatcher', () => {
  it('answers in the words of the request: noun, verb reply, CorrelationID', async () => {
    const reply = await create().header({ CorrelationID: 'c-1' }).to(dispatcher(table, ports));
    expect(reply.Header).toMatchObject({ Verb: 'reply', Noun: 'MeterConfig', CorrelationID: 'c-1', Source: 'cimgate' });
    expect(reply.Reply.Result).toBe('OK');
  });

  it('echoes the MessageID where there is no CorrelationID', async () => {
    const reply = await create().to(dispatcher(table, ports));
    expect(reply.Header.CorrelationID).toBe('message-1');
  });

  const refused: readonly (readonly [string, ReturnType<typeof aMessage>, string, RegExp])[] = [
    [
      'another verb than the operation has',
      create().header({ Verb: 'delete' }),
      '2.9',
      /Header.Verb.*has the verb create/,
    ],
    [
      'another noun than the operation has',
      create().header({ Noun: 'Meters' }),
      '2.5',
      /Header.Noun.*MeterConfig, not Meters/,
    ],
    ['a blank noun', create().header({ Noun: ' ' }), '1.5', /Header.Noun: it is blank/],
    ['a blank user', create().header({ User: { UserID: '' } }), '1.5', /Header.User.UserID/],
    ['a blank nonce', create().header({ ReplayDetection: { Nonce: ' ', Created: 'x' } }), '1.5', /Nonce/],
    ['a property without a name', create().header({ Property: [{ Name: ' ' }] }), '1.5', /Header.Property\[0\].Name/],
    ['an unknown revision', create().header({ Revision: '4.0' }), '1.9', /Header.Revision: 4.0 is not known/],
    ['a MessageID too long', create().header({ MessageID: 'x'.repeat(257) }), '1.8', /Header.MessageID: .*257.*256/],
    ['a CorrelationID too long', create().header({ CorrelationID: 'x'.repeat(257) }), '1.8', /CorrelationID/],
    ['a ReplyAddress too long', create().header({ ReplyAddress: 'x'.repeat(2049) }), '1.8', /ReplyAddress/],
    ['an asynchronous request without an address', create().header({ AsyncReplyFlag: 'true' }), '1.5', /ReplyAddress/],
    [
      'an asynchronous request to an unknown address',
      create().header({ AsyncReplyFlag: '1', ReplyAddress: 'http://127.0.0.1:9090/reply' }),
      '7.7',
      /neither the address nor the name of a registered and active reply endpoint/,
    ],
    [
      'a dry run that is neither wanted nor not',
      create().header({ Property: [{ Name: 'DryRun', Value: 'perhaps' }] }),
      '1.8',
      /Header.Property\[0\].Value: DryRun takes true or false/,
    ],
    ['no payload', aMessage('CreateMeterConfig'), '1.7', /create needs at least one object of MeterConfig/],
    ['an empty payload', aMessage('CreateMeterConfig').with({ Meter: undefined }), '1.7', /Payload.MeterConfig/],
    ['an empty list', aMessage('ChangedMeterConfig').with({ Meter: [] }), '1.7', /Payload.MeterConfig/],
    [
      'a cancel of nothing',
      aMessage('CancelMeterConfig').with({}),
      '1.7',
      /name them in the payload or in Request\/ID/,
    ],
    [
      'an operation set that is not there',
      aMessage('ExecuteOperationSet'),
      '1.7',
      /send the operations in an OperationSet/,
    ],
    [
      'an mRID too long',
      aMessage('CreateMeterConfig').with({ Meter: [aMeter('M-1'), { mRID: 'x'.repeat(257) }] }),
      '1.8',
      /MeterConfig.Meter\[1\].mRID: it has 257 characters/,
    ],
    [
      'a blank name',
      aMessage('CreateMeterConfig').with({ Meter: [{ Names: [{ name: 'M-1', NameType: { name: ' ' } }] }] }),
      '1.7',
      /MeterConfig.Meter\[0\].Names\[0\].NameType.name: it is blank/,
    ],
    [
      'an ID too long',
      aMessage('CancelMeterConfig').request({ ID: [{ text: 'x'.repeat(257), kind: 'uuid' }] }),
      '1.8',
      /Request.ID\[0\]/,
    ],
    [
      'a verb the noun does not have',
      aMessage('ChangeReceiptRecord').with({ Receipt: [{ mRID: 'r-1' }] }),
      '2.9',
      /ReceiptRecord has no change; it has get, create, cancel, created, canceled/,
    ],
    ['a noun that is not served', aMessage('GetCustomerConfig'), '2.5', /does not serve CustomerConfig/],
  ];
  it.each(refused)('refuses %s before anything is done', async (_, message, code, details) => {
    const reply = await message.to(dispatcher(table, ports));
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: [code] });
    expect(gist(reply).details[0]).toMatch(details);
    expect(await stored()).toEqual([]);
  });

  it('reports every finding, not only the first', async () => {
    const message = aMessage('CreateMeterConfig').header({
      Verb: 'delete',
      Noun: 'Meters',
      Revision: '0.9',
      MessageID: 'x'.repeat(300),
      AsyncReplyFlag: 'true',
    });
    expect(gist(await message.to(dispatcher(table, ports))).codes).toEqual(['2.9', '2.5', '1.9', '1.8', '1.5', '1.7']);
  });

  it.each(['1.0', '2.0', '3.0', '2', '2.0.0', ' 2.0 ', '', undefined])('takes the revision %j', async (Revision) => {
    expect(gist(await create().header({ Revision }).to(dispatcher(table, ports)))).toMatchObject({ result: 'OK' });
  });

  it('takes the noun of the answer in a get, and no other', async () => {
    const dispatch = dispatcher(table, ports);
    expect(gist(await aMessage('GetMeterConfig').to(dispatch)).result).toBe('OK');
    const wrong = await aMessage('GetMeterConfig').header({ Noun: 'GetMeterConfig' }).to(dispatch);
    expect(gist(wrong)).toMatchObject({ codes: ['2.5'] });
  });

  it.each(['false', '0', undefined] as const)('answers at once when AsyncReplyFlag is %s', async (AsyncReplyFlag) => {
    const message = create().header({ AsyncReplyFlag, ReplyAddress: 'http://127.0.0.1:9090/reply' });
    expect(gist(await message.to(dispatcher(table, ports)))).toMatchObject({ result: 'OK' });
  });

  it.each([
    ['required', undefined, ['1.5']],
    ['required', ' ', ['1.5']],
    ['optional', undefined, []],
    ['required', 'm-1', []],
  ] as const)('a control, MessageID %s, with %j', async (controlMessageId, MessageID, found) => {
    const controls: NounTable = {
      EndDeviceControls: { verbs: commandVerbs, objects: ['EndDeviceControl'], acts: true },
    };
    const dispatch = dispatcher(controls, { ...ports, settings: { ...ports.settings, controlMessageId } });
    const message = aMessage('CreateEndDeviceControls').with({ EndDeviceControl: [{ mRID: 'c-1' }] });
    const reply = gist(await message.header({ MessageID }).to(dispatch));
    expect(reply.codes).toEqual(found);
    if (found.length > 0)
      expect(reply.details[0]).toMatch(/^Header.MessageID: create of EndDeviceControls needs one here/);
    const ask = aMessage('GetEndDeviceControls').header({ MessageID: undefined });
    expect(gist(await ask.to(dispatch)).codes).not.toContain('1.5');
  });

  it('lets only production reach real devices, and every context simulated ones', async () => {
    const headEnd = (simulated: boolean) => ({ capabilities: () => ({ simulated }) }) as unknown as HeadEnd;
    const result = async (simulated: boolean, Context: string) =>
      gist(
        await create()
          .header({ Context })
          .to(dispatcher(table, { ...ports, headEnds: [headEnd(simulated)] })),
      );
    expect(await result(false, 'TESTING')).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
    expect(await result(false, 'PRODUCTION')).toMatchObject({ result: 'OK' });
    expect(await result(true, 'TESTING')).toMatchObject({ codes: ['2.15'] });
  });

  it.each([
    ['STAGING', 'OK', []],
    [' STAGING ', 'OK', []],
    [undefined, 'OK', []],
    ['PRODUCTION', 'FAILED', ['7.7']],
    ['staging', 'FAILED', ['7.7']],
  ])('takes just its own contexts when real devices are behind it: %s', async (Context, result, found) => {
    const real = { capabilities: () => ({ simulated: false }) } as unknown as HeadEnd;
    const settings = { ...ports.settings, contexts: ['STAGING', 'TRAINING'] };
    const message = aMessage('CreateMeterConfig').with({ Meter: [{}] });
    const reply = await message.header({ Context }).to(dispatcher(table, { ...ports, settings, headEnds: [real] }));
    expect(gist(reply)).toMatchObject({ result, codes: found });
    if (found.length > 0) expect(gist(reply).details[0]).toMatch(/takes STAGING, TRAINING only, or no Context/);
  });

  it('answers FAILED with the findings a service throws', async () => {
    const message = aMessage('CreateUsagePointConfig').with({ UsagePoint: [{ mRID: 'u-1' }] });
    expect(gist(await message.to(dispatcher(table, ports)))).toEqual({
      result: 'FAILED',
      codes: ['6.1'],
      details: ['not on Sundays'],
    });
  });

  it('lets a defect through, for the endpoint to answer', async () => {
    const message = aMessage('ChangeUsagePointConfig').with({ UsagePoint: [{ mRID: 'u-1' }] });
    await expect(message.to(dispatcher(table, ports))).rejects.toThrow('a defect');
  });

  it('checks the further pieces of a large payload and undoes the message when one is bad', async () => {
    const long = { root: { Meter: [{ mRID: 'x'.repeat(257) }] }, offsets: { Meter: 1 } };
    const reply = await create().rest(long).to(dispatcher(table, ports));
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['1.8'] });
    expect(gist(reply).details[0]).toMatch(/^MeterConfig.Meter\[1\].mRID/);
    expect(await stored()).toEqual([]);
  });

  it('takes a message whose first piece is empty', async () => {
    const message = aMessage('CreateMeterConfig').with({});
    const reply = await message.rest({ root: { Meter: [aMeter('M-1')] }, offsets: {} }).to(dispatcher(table, ports));
    expect(gist(reply)).toMatchObject({ result: 'OK' });
  });
});
