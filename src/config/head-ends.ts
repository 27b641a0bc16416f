/** What a head end and a rule of routing must look like in the configuration file. */
import { z } from 'zod';
import { auth, httpUrl, name, network, tls, tlsPairs } from './registrations.js';
import { simulatedParts } from './simulator.js';

const four = '(\\*|\\d{1,5})';
const controlMask = z
  .string()
  .regex(
    new RegExp(`^${four}(\\.${four}){3}$`),
    'must be a four-part control code such as 3.31.0.23; * in a part stands for all',
  );
const readingType = z
  .string()
  .regex(/^-?\d+(\.-?\d+){17}$/, 'must be a reading type of 18 numbers such as 0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0');

const milliseconds = (least: number, most: number): z.ZodInt => z.int().min(least).max(most);

const simulated = z.strictObject({ kind: z.literal('simulated'), ...simulatedParts });

const cimSoap = z
  .strictObject({
    kind: z.literal('cim-soap'),
    /** Where its services are, all of them unless `servicePaths`. */
    url: httpUrl,
    /** Whether the address of a service is the url and its name: `Execute<Noun>`, `Get<Noun>`. */
    servicePaths: z.boolean().default(false),
    soap: z.enum(['1.1', '1.2']).default('1.1'),
    auth,
    tls,
    allowNetworks: z.array(network).max(100).optional(),
    connections: z.int().min(1).max(100).default(4),
    timeouts: z
      .strictObject({
        connect: milliseconds(1, 600_000).default(10_000),
        answer: milliseconds(1, 600_000).default(30_000),
        /** How often a message is sent again when its answer was lost. */
        repeats: z.int().min(0).max(20).default(3),
      })
      .prefault({}),
    dialect: z
      .strictObject({
        era: z.literal('2011').default('2011'),
        identifier: z.enum(['mRID', 'name']).default('mRID'),
        nameType: z.string().min(1).max(256).optional(),
        /** Whether what it cannot do is said in replies or in faults, whoever these blame. */
        businessErrors: z.enum(['reply', 'fault']).default('reply'),
        /** Milliseconds to wait for the event of a control whose reply says that it is done. */
        eventGrace: z.int().min(0).max(600_000).default(0),
        /** Its deadline is so many milliseconds before ours, for its answer to be there in time. */
        deadlineMargin: z.int().min(0).max(600_000).default(2_000),
        /** Options of its reads, beside Deadline. */
        readOptions: z.record(z.string().min(1).max(256), z.string().max(256)).default({ Source: 'headEnd' }),
      })
      .prefault({}),
    /** What the head end is told as our ReplyAddress: our name there, or the address of this gateway. */
    replyAddress: z.string().min(1).max(2048).optional(),
    replies: z.enum(['callback', 'poll']).default('callback'),
    /** Who may answer for it, and tell of its jobs; everybody who may report when absent. */
    principals: z.array(z.string().trim().min(1).max(256)).max(10_000).optional(),
    pollEvery: milliseconds(100, 3_600_000).default(5_000),
    capabilities: z
      .strictObject({
        controls: z.array(controlMask).max(1_000).default([]),
        readingTypes: z.array(readingType).max(10_000).default([]),
        devicesPerJob: z.int().min(1).max(100_000).default(1_000),
        cancel: z.boolean().default(true),
        /** Whether it knows a request by its MessageID for good: then one whose fate is not known is sent once more. */
        remembersJobs: z.boolean().default(false),
      })
      .prefault({}),
    inventory: z.enum(['query', 'none']).default('none'),
  })
  .refine(...tlsPairs)
  .refine(({ replies, replyAddress }) => replies === 'poll' || replyAddress !== undefined, {
    message:
      'must be given, since replies are to be called back: the name or address under which the head end knows us',
    path: ['replyAddress'],
  })
  .refine(({ dialect }) => dialect.nameType === undefined || dialect.identifier === 'name', {
    message: 'goes with identifier: name only',
    path: ['dialect', 'nameType'],
  });

export const headEnds = z.record(name, z.discriminatedUnion('kind', [simulated, cimSoap]));

const some = z.array(z.string().min(1).max(256)).min(1).max(100_000).optional();

export const routingRule = z
  .strictObject({
    headEnd: name,
    /** Names of devices; `*` stands for any text. */
    names: some,
    mRIDs: some,
    /** `amrSystem` of the Meter document. */
    amrSystems: some,
  })
  .refine(({ names, mRIDs, amrSystems }) => names ?? mRIDs ?? amrSystems, 'must have names, mRIDs or amrSystems');

export type HeadEndSettings = z.infer<typeof headEnds>[string];
export type CimSoapSettings = z.infer<typeof cimSoap>;
export type RoutingRuleSettings = z.infer<typeof routingRule>;

/** The head end that needs no entry of its own. */
export const builtIn = 'simulated';

/** What is wrong with head ends, routing and the default as a whole, with the path of each. */
export function headEndProblems(
  ends: Readonly<Record<string, HeadEndSettings>>,
  routing: readonly RoutingRuleSettings[],
  usual: string,
): readonly (readonly [path: string, problem: string])[] {
  const known = new Set([builtIn, ...Object.keys(ends)]);
  const unknown = (given: string): string => `there is no head end "${given}"; there are ${[...known].join(', ')}`;
  return [
    ...(known.has(usual) ? [] : [['headEnd', unknown(usual)] as const]),
    ...routing.flatMap(({ headEnd }, at) =>
      known.has(headEnd) ? [] : [[`routing.${at}.headEnd`, unknown(headEnd)] as const],
    ),
  ];
}
