/**
 * The conversation that every stock client holds with the gateway, and what it must have understood of it. The clients build
 * the same messages, each in its own way, and print what they read from the typed replies in these shapes.
 */
export interface Told {
  readonly controls: Faults &
    Readonly<Record<'disconnect' | 'connect' | 'unknown', Answer>> & { readonly get: Answer & Found };
  readonly readings: Faults & {
    readonly created: Answer;
    readonly get: Answer & {
      readonly meter: readonly Named[];
      readonly readings: readonly Value[];
      readonly intervals: readonly Value[];
    };
  };
  readonly meters: Faults & Readonly<Record<'create' | 'again', Answer>> & { readonly get: Answer & Found };
  readonly customers: Faults & { readonly create: Answer; readonly get: Answer & Found };
  /** Replies that came compressed. */
  readonly zipped?: number;
}

export interface Answer {
  readonly verb: string;
  readonly noun: string;
  readonly correlation: string;
  readonly result: string;
  /** `Reply/Error/code` */
  readonly codes: readonly string[];
  readonly ids: readonly { readonly id: string; readonly kind: string | null }[];
}

export interface Found {
  readonly objects: readonly Readonly<Record<string, unknown>>[];
}

export type Named = readonly [name: string, nameType: string | null];

export interface Value {
  /** As the client understands it: the text, or the instant in another spelling. */
  readonly time: string;
  readonly value: string;
  readonly qualities: readonly string[];
  readonly type: string;
}

export interface Fault {
  /** `Client`, in SOAP 1.2 `Sender`. */
  readonly code: string;
  readonly reason: string;
  /** The element of the detail, with its namespace where the client tells it. */
  readonly element: string;
  readonly result: string;
  readonly codes: readonly string[];
  readonly details: readonly string[];
}

/** A message with a verb that is none, and a query with a time that is none. Null where the client saw no typed detail. */
export interface Faults {
  readonly badVerb: Fault | null;
  readonly badTime: Fault | null;
}

export type SoapVersion = '1.1' | '1.2';

/** What makes one run differ from the others: its identifiers begin with the tag, and it has a meter of its own. */
export interface Run {
  readonly version: SoapVersion;
  readonly tag: string;
  readonly meter: string;
}

export const flow = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
export const interval = '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0';

const answerOf = (noun: string, correlation: string, codes: readonly string[], more: object = {}): object =>
  expect.objectContaining({ verb: 'reply', noun, correlation, result: 'OK', codes, ...more }) as object;

export function expectControls({ controls }: Told, { tag, meter }: Run): void {
  for (const [name, answer] of [
    ['disconnect', controls.disconnect],
    ['connect', controls.connect],
  ] as const) {
    const ids = [expect.objectContaining({ id: `${tag}-${name}` }), { id: `${tag}-create`, kind: 'transaction' }];
    expect(answer).toEqual(answerOf('EndDeviceControls', `${tag}-create`, ['0.0'], { ids }));
  }
  expect(controls.unknown).toEqual(
    answerOf('EndDeviceControls', `${tag}-create`, ['2.4'], { result: 'FAILED', ids: [] }),
  );
  expect(controls.get).toEqual(
    answerOf('EndDeviceControls', `${tag}-get`, ['0.0'], {
      objects: [
        {
          mRID: `${tag}-disconnect`,
          reason: 'moved out: Müller & Söhne <2>',
          type: '3.31.0.23',
          devices: [[meter, 'MeterName']],
        },
      ],
    }),
  );
}

export function expectReadings({ readings }: Told, { tag, meter }: Run): void {
  expect(readings.created).toEqual(answerOf('MeterReadings', `${tag}-created`, ['0.3']));
  expect(readings.get).toEqual(answerOf('MeterReadings', `${tag}-get`, ['0.0'], { meter: [[meter, 'MeterName']] }));
  const instants = (values: readonly Value[]): object[] =>
    values.map((value) => ({ ...value, time: new Date(value.time).toISOString() }));
  expect(instants(readings.get.readings)).toEqual([
    { time: '2025-11-01T00:15:00.250Z', value: '00012345678901234567.8900', qualities: [], type: flow },
  ]);
  expect(instants(readings.get.intervals)).toEqual([
    { time: '2025-11-01T00:15:00.000Z', value: '0.410', qualities: ['2.0.0'], type: interval },
    { time: '2025-11-01T00:30:00.000Z', value: '00.3980', qualities: [], type: interval },
  ]);
}

export function expectMeters({ meters }: Told, { tag }: Run): void {
  const ids = [expect.objectContaining({ id: `${tag}-meter` })];
  expect(meters.create).toEqual(answerOf('MeterConfig', `${tag}-create`, ['0.0'], { ids }));
  const failed = { result: 'FAILED', ids: [] };
  expect(meters.again).toEqual(answerOf('MeterConfig', `${tag}-create`, [expect.any(String) as string], failed));
  expect(meters.get).toEqual(
    answerOf('MeterConfig', `${tag}-get`, ['0.0'], {
      objects: [
        {
          mRID: `${tag}-meter`,
          isVirtual: false,
          serialNumber: '000471100',
          timeZoneOffset: 60,
          multipliers: [['kH', 1.25]],
          names: [[`M-${tag}`, 'MeterName']],
        },
      ],
    }),
  );
}

export function expectCustomers({ customers }: Told, { tag }: Run): void {
  const ids = [expect.objectContaining({ id: `${tag}-customer` })];
  expect(customers.create).toEqual(answerOf('CustomerConfig', `${tag}-create`, ['0.0'], { ids }));
  expect(customers.get).toEqual(
    answerOf('CustomerConfig', `${tag}-get`, ['0.0'], {
      objects: [
        {
          mRID: `${tag}-customer`,
          kind: 'residential',
          vip: true,
          names: [[`C-${tag}`, null]],
          town: ['08001', 'Zürich'],
        },
      ],
    }),
  );
}

/** Every service's faults: a sentence for people, and a detail of the type its WSDL declares. */
export function expectFaults(told: Told, { version }: Run): void {
  const nouns = {
    EndDeviceControls: told.controls,
    MeterReadings: told.readings,
    MeterConfig: told.meters,
    CustomerConfig: told.customers,
  };
  for (const [noun, { badVerb, badTime }] of Object.entries(nouns)) {
    for (const [fault, place] of [
      [badVerb, 'Header.Verb'],
      [badTime, 'Header.Timestamp'],
    ] as const) {
      expect(fault).toEqual({
        code: version === '1.2' ? 'Sender' : 'Client',
        reason: expect.stringContaining(place) as string,
        element: expect.stringMatching(`(^|})${noun}FaultMessage$`) as string,
        result: 'FAILED',
        codes: ['1.8'],
        details: [expect.stringContaining(place)],
      });
    }
    expect(badTime?.reason).toContain('"tomorrow"');
  }
}
