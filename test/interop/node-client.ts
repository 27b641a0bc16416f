/** The conversation with the `soap` package, its clients built from the WSDLs that the gateway serves. */
import { randomUUID } from 'node:crypto';
import { createClientAsync, type Client } from 'soap';
import {
  flow,
  interval,
  type Answer,
  type Fault,
  type Faults,
  type Named,
  type Run,
  type Told,
} from './conversation.js';

/** What node-soap makes of XML: an object of members, lists, texts, numbers, booleans and dates. */
interface Element {
  readonly [member: string]: Element & string & Element[];
}

type Operation = (message: object) => Promise<[Element]>;

export async function talk(base: string, run: Run): Promise<Told> {
  const { tag, meter } = run;
  const controls = await nounClients(base, 'EndDeviceControls', 'Execute', run);
  const readings = await nounClients(base, 'MeterReadings', 'Send', run);
  const meters = await nounClients(base, 'MeterConfig', 'Execute', run);
  const customers = await nounClients(base, 'CustomerConfig', 'Execute', run);

  const control = (what: string, code: string, device = meter): object => ({
    EndDeviceControls: {
      EndDeviceControl: [
        {
          mRID: `${tag}-${what}`,
          issuerID: 'CIS',
          reason: 'moved out: Müller & Söhne <2>',
          EndDeviceControlType: { attributes: { ref: code } },
          EndDevices: [named(device, 'MeterName')],
        },
      ],
    },
  });
  const disconnect = control('disconnect', '3.31.0.23');
  const controlsQuery = { GetEndDeviceControls: { EndDeviceControl: [{ mRID: `${tag}-disconnect` }] } };

  const sent = {
    MeterReadings: {
      MeterReading: [
        {
          IntervalBlocks: [
            {
              IntervalReadings: [
                {
                  timeStamp: '2025-11-01T00:15:00Z',
                  value: '0.410',
                  ReadingQualities: [{ ReadingQualityType: { attributes: { ref: '2.0.0' } } }],
                },
                { timeStamp: '2025-11-01T00:30:00Z', value: '00.3980' },
              ],
              ReadingType: { attributes: { ref: interval } },
            },
          ],
          Meter: named(meter, 'MeterName'),
          Readings: [
            {
              timeStamp: '2025-11-01T01:15:00.250+01:00',
              value: '00012345678901234567.8900',
              ReadingType: { attributes: { ref: flow } },
            },
          ],
        },
      ],
    },
  };
  const readingsQuery = {
    Option: [{ name: 'Source', value: 'stored' }],
    GetMeterReadings: {
      EndDevice: [named(meter, 'MeterName')],
      ReadingType: [{ mRID: flow }, { mRID: interval }],
      TimeSchedule: [{ scheduleInterval: { end: '2025-11-01T00:30:00Z', start: '2025-11-01T00:00:00Z' } }],
    },
  };

  const aMeter = {
    MeterConfig: {
      Meter: [
        {
          mRID: `${tag}-meter`,
          isVirtual: false,
          serialNumber: '000471100',
          timeZoneOffset: 60,
          MeterMultipliers: [{ kind: 'kH', value: 1.25 }],
          ...named(`M-${tag}`, 'MeterName'),
        },
      ],
    },
  };
  const metersQuery = { GetMeterConfig: { Meter: [named(`M-${tag}`, 'MeterName')] } };

  const aCustomer = {
    CustomerConfig: {
      Customer: [
        {
          mRID: `${tag}-customer`,
          kind: 'residential',
          vip: true,
          ...named(`C-${tag}`),
          Organisation: { streetAddress: { townDetail: { code: '08001', name: 'Zürich' } } },
        },
      ],
    },
  };
  const customersQuery = { GetCustomerConfig: { Customer: [{ mRID: `${tag}-customer` }] } };

  return {
    controls: {
      disconnect: await controls.do('create', disconnect),
      connect: await controls.do('create', control('connect', '3.31.0.18')),
      unknown: await controls.do('create', control('unknown', '3.31.0.23', 'NO-SUCH-METER')),
      get: await controls.get(controlsQuery, ({ EndDeviceControls }) => ({
        objects: list(EndDeviceControls!.EndDeviceControl).map((c) => ({
          mRID: c['mRID'],
          reason: c['reason'],
          type: refOf(c['EndDeviceControlType']),
          devices: list(c['EndDevices']).flatMap(namesOf),
        })),
      })),
      ...(await controls.faults('create', disconnect, controlsQuery)),
    },
    readings: {
      created: await readings.do('created', sent),
      get: await readings.get(readingsQuery, ({ MeterReadings }) => {
        const all = list(MeterReadings!.MeterReading);
        const value = (r: Element, type: Element | undefined) => ({
          time: (r['timeStamp'] as unknown as Date).toISOString(),
          value: r['value'] as string,
          qualities: list(r['ReadingQualities']).map((q) => refOf(q['ReadingQualityType'])),
          type: refOf(type),
        });
        return {
          meter: all.flatMap((one) => namesOf(one['Meter']!)),
          readings: all.flatMap((one) => list(one['Readings']).map((r) => value(r, r['ReadingType']))),
          intervals: all.flatMap((one) =>
            list(one['IntervalBlocks']).flatMap((b) =>
              list(b['IntervalReadings']).map((r) => value(r, b['ReadingType'])),
            ),
          ),
        };
      }),
      ...(await readings.faults('created', sent, readingsQuery)),
    },
    meters: {
      create: await meters.do('create', aMeter),
      again: await meters.do('create', aMeter),
      get: await meters.get(metersQuery, ({ MeterConfig }) => ({
        objects: list(MeterConfig!.Meter).map((m) => ({
          mRID: m['mRID'],
          isVirtual: m['isVirtual'],
          serialNumber: m['serialNumber'],
          // a type derived from xs:float stays text here; xs:float itself is a number
          timeZoneOffset: Number(m['timeZoneOffset']),
          multipliers: list(m['MeterMultipliers']).map((x) => [x['kind'], x['value']]),
          names: namesOf(m),
        })),
      })),
      ...(await meters.faults('create', aMeter, metersQuery)),
    },
    customers: {
      create: await customers.do('create', aCustomer),
      get: await customers.get(customersQuery, ({ CustomerConfig }) => ({
        objects: list(CustomerConfig!.Customer).map((c) => {
          const town = c['Organisation']!.streetAddress!.townDetail!;
          return { mRID: c['mRID'], kind: c['kind'], vip: c['vip'], names: namesOf(c), town: [town.code, town.name] };
        }),
      })),
      ...(await customers.faults('create', aCustomer, customersQuery)),
    },
  };
}

/** The clients of one noun: the service that takes it, and the one that is asked for it. */
async function nounClients(base: string, noun: string, takes: 'Execute' | 'Send', { version, tag }: Run) {
  const clientOf = (service: string): Promise<Client> =>
    createClientAsync(
      `${base}/${service}?wsdl${version === '1.2' ? '&soap=1.2' : ''}`,
      version === '1.2' ? { forceSoap12Headers: true } : {},
    );
  const [taker, giver] = await Promise.all([clientOf(`${takes}${noun}`), clientOf(`Get${noun}`)]);
  const header = (verb: string, more: object = {}): object => ({
    Verb: verb,
    Noun: noun,
    Revision: '2.0',
    ...more,
    Source: 'CIS',
    MessageID: randomUUID(),
    CorrelationID: `${tag}-${verb}`,
  });
  const call = async (client: Client, operation: string, message: object): Promise<Element> =>
    (await (client as unknown as Record<string, Operation>)[`${operation}Async`]!(message))[0];
  const operationOf = (verb: string): string => `${verb[0]!.toUpperCase()}${verb.slice(1)}${noun}`;

  return {
    async do(verb: 'create' | 'created', Payload: object): Promise<Answer> {
      return answerOf(await call(taker, operationOf(verb), { Header: header(verb), Payload }));
    },
    async get<T>(Request: object, read: (payload: Element) => T): Promise<Answer & T> {
      const reply = await call(giver, `Get${noun}`, { Header: header('get'), Request });
      return { ...answerOf(reply), ...read(reply['Payload']!) };
    },
    async faults(verb: 'create' | 'created', Payload: object, Request: object): Promise<Faults> {
      return {
        badVerb: await faultOf(call(taker, operationOf(verb), { Header: header('smash'), Payload })),
        badTime: await faultOf(
          call(giver, `Get${noun}`, { Header: header('get', { Timestamp: 'tomorrow' }), Request }),
        ),
      };
    },
  };
}

function answerOf({ Header, Reply }: Element): Answer {
  return {
    verb: Header!.Verb!,
    noun: Header!.Noun!,
    correlation: Header!.CorrelationID!,
    result: Reply!.Result!,
    codes: list(Reply!.Error).map((error) => error['code']!),
    ids: list(Reply!.ID).map((id) => ({ id: id['$value']!, kind: id['attributes']?.kind ?? null })),
  };
}

/** The fault that a call is answered with; null when it is none, or one without detail. */
async function faultOf(call: Promise<Element>): Promise<Fault | null> {
  try {
    await call;
    return null;
  } catch (error) {
    const fault = (error as { root?: Element }).root?.['Envelope']?.Body?.Fault;
    const detail: Element | undefined = fault?.detail ?? fault?.Detail;
    if (fault === undefined || detail === undefined) return null;
    const [element, message] = Object.entries(detail)[0]!;
    const errors = list(message.Reply!.Error);
    const reason = fault.Reason?.Text;
    return {
      code: (fault.faultcode ?? fault.Code!.Value!).split(':').at(-1)!,
      reason: fault.faultstring ?? reason?.$value ?? reason!,
      element,
      result: message.Reply!.Result!,
      codes: errors.map((e) => e['code']!),
      details: errors.map((e) => e['details']!),
    };
  }
}

function named(name: string, kind?: string): object {
  return { Names: [kind === undefined ? { name } : { name, NameType: { name: kind } }] };
}

function namesOf(element: Element): Named[] {
  return list(element['Names']).map((n): Named => [n['name']!, n['NameType']?.name ?? null]);
}

function refOf(element: Element | undefined): string {
  return element!['attributes']!.ref!;
}

/** A repeated element as a list: where node-soap does not know the type, a single one is no list. */
function list(value: Element | undefined): readonly Element[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as Element[]) : [value];
}
