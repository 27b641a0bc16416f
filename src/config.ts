/**
 * The settings: config/default.yaml, then the file named by CIMGATE_CONFIG, then the environment. Checked once, frozen,
 * handed on as arguments. Every wrong setting is named in one message.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { dialectProblems, dialects } from './config/dialects.js';
import { headEndProblems, headEnds, routingRule } from './config/head-ends.js';
import { policyProblems, type PolicyRuleSettings } from './config/policy.js';
import { rulesInFile } from './config/policy-file.js';
import { principalsInFile } from './config/principals-file.js';
import { registrationProblems, replyEndpoint, subscription } from './config/registrations.js';
import { safety } from './config/safety.js';
import { listener, listenerTls, security, type PrincipalSettings } from './config/security.js';
import { securityProblems } from './config/security-problems.js';
import { simulator } from './config/simulator.js';

const count = (least = 1): z.ZodInt => z.int().min(least);

const eventCode = z
  .string()
  .regex(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){3}$/, 'must be a code of four numbers such as 3.26.0.85, in quotes');

const schema = z.strictObject({
  host: z.string().min(1),
  port: z.int().min(0).max(65535),
  workers: count().max(64),
  spool: z.string(),
  store: z.string().regex(/^(memory|sqlite:.+|postgres(ql)?:\/\/.+)$/, 'must be memory, sqlite:PATH or postgres://...'),
  headEnd: z.string().min(1),
  headEnds,
  routing: z.array(routingRule).max(10_000),
  simulator,
  log: z.enum(['error', 'warn', 'info', 'http', 'verbose', 'debug']),
  http: z.strictObject({ trustProxy: z.boolean(), drainDelay: count(0).max(300_000), tls: listenerTls.optional() }),
  listeners: z.array(listener).max(20).default([]),
  security,
  safety,
  replies: z.strictObject({
    source: z.string().min(1).max(256),
    successCode: z.boolean(),
    syncTimeout: count(),
    commandDeadline: count(),
    objects: count(),
    readings: count(),
    streamedReadings: count(),
    partSize: count(1024),
    controlMessageId: z.enum(['required', 'optional']),
  }),
  /** What Header/Context may say once a head end is not simulated. */
  contexts: z.array(z.string().trim().min(1).max(256)).min(1).max(100),
  replyEndpoints: z.array(replyEndpoint),
  subscriptions: z.array(subscription),
  commands: z.strictObject({ duplicates: z.enum(['refuse', 'join']) }),
  reads: z.strictObject({ catchUp: z.enum(['once', 'skip']) }),
  dialects,
  events: z.strictObject({ suppressionWindow: count(0), stormRate: count(), stormWindow: count() }),
  /** By head end, then by its own code. */
  eventCodes: z.record(z.string().min(1).max(256), z.record(z.string().min(1).max(256), eventCode)),
  retention: z.strictObject({ answers: count(7), deliveries: count(), requests: count(), readings: count(0) }),
  limits: z.strictObject({
    header: count(1024),
    body: count(1024),
    largestReadings: count(1024),
    inflatedBody: count(1024),
    inflationRatio: count(),
    bodiesInFlight: count(1024),
    spooled: count(1024),
    inHand: count(),
    bodyRate: count(),
    bodyGrace: count(),
    largeBody: count(),
    depth: count(8).max(1024),
    attributes: count(8),
    attributeValue: count(64),
    name: count(64),
    text: count(64),
    nodes: count(64),
    children: count(8),
    headersTimeout: count(),
    requestTimeout: count(),
    connections: count(),
    connectionsPerPeer: count(),
    queue: count(),
    operations: count(),
    controlDevices: count(),
    disconnectDevices: count(),
    openRequests: count(),
    headEndSlots: count(),
    urgentSlots: count(0),
    groupSlots: count(),
  }),
});

export type Config = Readonly<z.infer<typeof schema>> & {
  /** Threads for large messages, in each process. */
  readonly threads: number;
};

/** One or more settings are wrong; the message names each of them, a line each. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `${problems.length === 1 ? 'a setting is' : `${problems.length} settings are`} wrong:\n${problems.map((p) => `  ${p}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

const environment: Readonly<Record<string, readonly [path: string, kind: 'text' | 'number' | 'boolean']>> = {
  CIMGATE_HOST: ['host', 'text'],
  CIMGATE_PORT: ['port', 'number'],
  CIMGATE_WORKERS: ['workers', 'number'],
  CIMGATE_STORE: ['store', 'text'],
  CIMGATE_HEAD_END: ['headEnd', 'text'],
  CIMGATE_SIM_METERS: ['simulator.meters', 'number'],
  CIMGATE_SIM_SEED: ['simulator.seed', 'number'],
  CIMGATE_SIM_SPEED: ['simulator.speed', 'number'],
  CIMGATE_LOG: ['log', 'text'],
  CIMGATE_ALLOW_ANONYMOUS: ['security.allowAnonymous', 'boolean'],
};

type Tree = Record<string, unknown>;

/** Loads and checks the settings. Throws `ConfigError`. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const defaults = fileURLToPath(new URL('../config/default.yaml', import.meta.url));
  let tree = readTree(defaults, problems) ?? {};
  const own = env['CIMGATE_CONFIG'];
  let over: Tree = {};
  if (own !== undefined && own !== '') {
    over = readTree(own, problems) ?? {};
    tree = merge(tree, over);
  }
  /** The variable a value came from, by its path. */
  const origin = new Map<string, string>();
  /** What to name for a path: the variable, or the file, or the path alone when it is a default. */
  const named = (path: string): string => {
    const place = [own !== undefined && holds(over, path) ? own : '', path].filter((part) => part !== '').join(': ');
    return origin.get(path) ?? (place || 'the settings');
  };
  for (const [variable, [path, kind]] of Object.entries(environment)) {
    const text = env[variable];
    if (text === undefined || text === '') continue;
    origin.set(path, variable);
    setAt(tree, path, valueOf(text, kind));
  }
  for (const variable of Object.keys(env))
    if (variable.startsWith('CIMGATE_') && !(variable in environment) && variable !== 'CIMGATE_CONFIG')
      problems.push(
        `${variable}: there is no such setting; there are ${[...Object.keys(environment), 'CIMGATE_CONFIG'].join(', ')}`,
      );

  const checked = schema.safeParse(tree);
  if (!checked.success) {
    for (const issue of checked.error.issues) {
      const path = issue.path.join('.');
      const variable = origin.get(path);
      problems.push(
        `${named(path)}: ${issue.message}${variable ? ` (it is "${withoutPassword(env[variable])}")` : ''}`,
      );
    }
  } else {
    const { host, security, headEnd, limits, store, workers, listeners } = checked.data;
    const open = 'can be reached from outside and no authentication is configured';
    if (!isLoopback(host) && !security.allowAnonymous && security.authentication.length === 0)
      problems.push(
        `${named('host')}: ${host} ${open}; use 127.0.0.1, set security.authentication, or set CIMGATE_ALLOW_ANONYMOUS=true`,
      );
    for (const [at, one] of listeners.entries())
      if (!isLoopback(one.host) && !security.allowAnonymous && one.authentication.length === 0)
        problems.push(
          `${named(`listeners.${at}.host`)}: ${one.host} ${open}; use 127.0.0.1, set listeners.${at}.authentication, or set CIMGATE_ALLOW_ANONYMOUS=true`,
        );
    let inFile: readonly PrincipalSettings[] = [];
    try {
      if (security.principalsFile !== undefined) inFile = principalsInFile(security.principalsFile);
    } catch (error) {
      problems.push(`${named('security.principalsFile')}: ${(error as Error).message}`);
    }
    const principals = [...security.principals, ...inFile];
    for (const [path, problem] of securityProblems({ ...checked.data, principals }))
      problems.push(`${named(path)}: ${problem}`);
    if (workers > 1 && !/^postgres(ql)?:/.test(store))
      problems.push(
        `${named('workers')}: ${workers} processes need a store that they can share; set CIMGATE_STORE=postgres://..., or workers to 1`,
      );
    const { replyEndpoints, subscriptions } = checked.data;
    for (const [path, problem] of registrationProblems(
      replyEndpoints,
      subscriptions,
      Object.keys(checked.data.dialects),
    ))
      problems.push(`${named(path)}: ${problem}`);
    for (const [path, problem] of dialectProblems(checked.data.dialects)) problems.push(`${named(path)}: ${problem}`);
    let rules: readonly PolicyRuleSettings[] = [];
    try {
      if (security.policyFile !== undefined) rules = rulesInFile(security.policyFile);
    } catch (error) {
      problems.push(`${named('security.policyFile')}: ${(error as Error).message}`);
    }
    for (const [path, problem] of policyProblems([...security.policy, ...rules]))
      problems.push(`${named(path)}: ${problem}`);
    if (limits.headersTimeout > limits.requestTimeout)
      problems.push(
        `${named('limits.headersTimeout')}: ${limits.headersTimeout} is above limits.requestTimeout (${limits.requestTimeout})`,
      );
    if (limits.urgentSlots >= limits.headEndSlots)
      problems.push(
        `${named('limits.urgentSlots')}: ${limits.urgentSlots} leaves nothing of limits.headEndSlots (${limits.headEndSlots}) for ordinary commands`,
      );
    for (const [path, problem] of headEndProblems(checked.data.headEnds, checked.data.routing, headEnd))
      problems.push(`${named(path)}: ${problem}`);
  }
  if (problems.length > 0 || !checked.success) throw new ConfigError(problems);
  return freeze({ ...checked.data, threads: threadsOf(checked.data.workers) });
}

/** Several processes share the processors of the machine. */
function threadsOf(workers: number): number {
  return Math.max(1, Math.min(Math.floor(availableParallelism() / workers), 4));
}

/** An address as it may be shown. */
export function withoutPassword(value = ''): string {
  // a password may hold any sign, an @ and a / too; the host stands behind the last @
  return value.replace(/^(?!sqlite:)([a-z]+:\/*).*@/i, '$1***@').replace(/([?&]password=)[^&]*/gi, '$1***');
}

/** Whether a host can be called from the machine itself only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function readTree(file: string, problems: string[]): Tree | undefined {
  try {
    const tree: unknown = parse(readFileSync(file, 'utf8'));
    if (typeof tree === 'object' && tree !== null && !Array.isArray(tree)) return tree as Tree;
    if (tree !== null) problems.push(`${file}: must hold keys and values`);
  } catch (error) {
    problems.push(`${file}: ${(error as Error).message.split('\n')[0]}`);
  }
  return undefined;
}

function merge(base: Tree, over: Tree): Tree {
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    const below = merged.get(key);
    merged.set(key, isTree(below) && isTree(value) ? merge(below, value) : value);
  }
  return Object.fromEntries(merged); // not by assignment: a key may be called __proto__
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a tree has anything at this path; the whole tree has, when it is not empty. */
function holds(tree: Tree, path: string): boolean {
  let at: unknown = tree;
  for (const key of path === '' ? [] : path.split('.')) {
    if (!isTree(at) || !Object.hasOwn(at, key)) return false;
    at = at[key];
  }
  return path !== '' || Object.keys(tree).length > 0;
}

function setAt(tree: Tree, path: string, value: unknown): void {
  const [head, ...rest] = path.split('.') as [string, ...string[]];
  if (rest.length === 0) tree[head] = value;
  else setAt((tree[head] ??= {}) as Tree, rest.join('.'), value);
}

function valueOf(text: string, kind: 'text' | 'number' | 'boolean'): unknown {
  if (kind === 'number' && /^[+-]?\d+(\.\d+)?$/.test(text.trim())) return Number(text);
  if (kind === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  return text;
}

function freeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) freeze(inner as object);
  return Object.freeze(value);
}
