/**
 * The composition root: settings in, a running gateway out. Picks the store and the head end, wires services, SOAP endpoint
 * and HTTP server, and takes them down again in the other order. The only place where everything meets.
 */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ConfigError, isLoopback, type Config } from './config.js';
import { apiSecretProblems } from './config/api-secrets.js';
import { builtIn, type CimSoapSettings } from './config/head-ends.js';
import { checkReplyEndpoint, checkSubscription, registrationSchemas } from './config/registrations.js';
import { deliveryRoutes } from './console/deliveries-api.js';
import { heldRoutes } from './console/held-routes.js';
import { openApi, type Description } from './console/openapi.js';
import { registryRoutes } from './console/registry-api.js';
import { requestRoutes } from './console/requests-api.js';
import { simulatorRoutes } from './console/simulator-api.js';
import { cimSoapHeadEnd } from './head-ends/cim-soap/head-end.js';
import { wire } from './head-ends/cim-soap/wire.js';
import { dutyOf, heldHeadEnd } from './head-ends/held/head-end.js';
import { simulatedHeadEnd } from './head-ends/simulated/head-end.js';
import { httpApp } from './http/app.js';
import { deliveryWatch } from './delivery/watch.js';
import { admission } from './http/admission.js';
import { bodyReceiver } from './http/body.js';
import { contractFiles } from './http/contract-files.js';
import { openMetrics, type Siblings } from './http/metrics.js';
import { httpServer } from './http/server.js';
import { soapPost } from './http/soap-post.js';
import type { Log } from './log.js';
import { nouns } from './nouns.js';
import { messageEncoder } from './contract/message-encoder.js';
import { payloadCheck } from './contract/payload-check.js';
import { Validators } from './contract/validator.js';
import { genericService, operationsOf } from './contract/operations.js';
import { openRegistry, sealSaved } from './delivery/registry.js';
import { targetOf, unusable, type Environment } from './delivery/secrets.js';
import { sender } from './delivery/sender.js';
import { storageKeys } from './delivery/storage-keys.js';
import { vault, type Vault } from './delivery/vault.js';
import type { Dispatch } from './message/call.js';
import type { Clock } from './ports/clock.js';
import type { HeadEnd } from './ports/head-end.js';
import type { Ids } from './ports/ids.js';
import type { Peers } from './ports/peers.js';
import { isSimulator } from './ports/simulator.js';
import { commandsOf } from './services/commands.js';
import { dispatcher } from './services/dispatcher.js';
import { headEndDesk } from './services/head-end-desk.js';
import { housekeeping } from './services/housekeeping.js';
import { adoptInventories } from './services/inventory-duties.js';
import type { ServicePorts } from './services/noun-row.js';
import { Dialects } from './soap/dialects.js';
import { soapEndpoint } from './soap/endpoint.js';
import { beginsStreamed, mayBeStreamed } from './soap/streamed.js';
import { addressedEncoder } from './soap/later-messages.js';
import { answerReader } from './soap/typed-answer.js';
import { embeddedJobs } from './store/embedded-jobs.js';
import { openStore } from './store/open-store.js';
import { systemClock, systemIds } from './system.js';

const day = 86_400_000;

export const wsdlFolder = fileURLToPath(new URL('../wsdl', import.meta.url));

/** How a gateway is told to stop. */
export interface Stop {
  /** Another process has taken its place at the address: those connected are sent there (default false). */
  readonly handedOver?: boolean;
}

/** Milliseconds in which those connected to a process that was replaced may send a message, to be sent on with its answer. */
const handOver = 5_000;

/** Replaced by tests and by the bench; the running gateway takes none of them but the siblings. */
export interface Replacements {
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly headEnds?: readonly HeadEnd[];
  /** Where the secrets of endpoints are, instead of the process's own environment. */
  readonly environment?: Environment;
  /** Stands before the real dispatcher. */
  readonly around?: (dispatch: Dispatch) => Dispatch;
  /** Other processes that serve at the same address. */
  readonly siblings?: Siblings | undefined;
}

export interface Gateway {
  /** Address of the gateway, with the port it has really taken. */
  readonly url: string;
  readonly ports: ServicePorts;
  /** Turns unready, goes on for `http.drainDelay`, takes no more requests, lets the open ones end (10 s at most), closes everything. */
  stop(how?: Stop): Promise<void>;
}

/** Starts a gateway; resolves when it serves. Rejects, with nothing left open, when it cannot. */
export async function startGateway(config: Config, log: Log, replacements: Replacements = {}): Promise<Gateway> {
  const closing: ((how: Stop) => Promise<void>)[] = [];
  const stop = async (how: Stop = {}): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close(how);
  };
  try {
    const clock = replacements.clock ?? systemClock();
    const ids = replacements.ids ?? systemIds();
    const environment = replacements.environment ?? process.env;
    const secrets = vaultOf(config, environment);
    const store = await openStore(config.store);
    closing.push(() => store.close());

    const { peers } = store;
    const driven = replacements.headEnds ?? makeHeadEnds(config, { clock, ids, environment });
    const headEnds = driven.map((headEnd) => heldIfExclusive(headEnd, config, { peers, clock, log }));
    const jobs = embeddedJobs(store, clock);
    const dialects = new Dialects(config.dialects);
    const validators = new Validators(wsdlFolder);
    const configured = { endpoints: config.replyEndpoints, subscriptions: config.subscriptions };
    for (const facts of await sealSaved(store, secrets))
      log.warn('secrets of a reply endpoint lie in the store as they were before', facts);
    const registry = await openRegistry(configured, store, secrets, peers);
    for (const facts of unusable(registry.endpoints(), environment))
      log.warn('a reply endpoint cannot be called as it is; its messages will wait', facts);
    const ports: ServicePorts = {
      store,
      peers,
      clock,
      ids,
      headEnds,
      routing: config.routing,
      jobs,
      registry,
      encoder: addressedEncoder(messageEncoder(), dialects, (name) => registry.endpoint(name)),
      payloads: payloadCheck(validators),
      replies: {
        source: config.replies.source,
        successCode: config.replies.successCode,
        messageId: () => ids.next(),
        now: () => clock.now(),
      },
      settings: {
        syncTimeout: config.replies.syncTimeout,
        commandDeadline: config.replies.commandDeadline,
        answerObjects: config.replies.objects,
        answerReadings: config.replies.readings,
        streamedReadings: config.replies.streamedReadings,
        contexts: config.contexts,
        operations: config.limits.operations,
        controlDevices: config.limits.controlDevices,
        disconnectDevices: config.limits.disconnectDevices,
        openRequests: config.limits.openRequests,
        catchUpReads: config.reads.catchUp,
        headEndSlots: config.limits.headEndSlots,
        urgentSlots: config.limits.urgentSlots,
        groupSlots: config.limits.groupSlots,
        duplicates: config.commands.duplicates,
        partSize: config.replies.partSize,
        controlMessageId: config.replies.controlMessageId,
        eventCodes: config.eventCodes,
        ...config.events,
      },
    };
    const metrics = openMetrics(store, replacements.siblings);
    const deliveries = sender({
      store,
      peers,
      clock,
      registry,
      clientOf: async (endpoint) => {
        // read when it is first needed: the library for calls costs time and memory at the start
        const { soapClient } = await import('./soap/client.js');
        return soapClient(targetOf(endpoint, environment));
      },
      chance: Math.random,
      watch: deliveryWatch(log, metrics),
    });
    const desk = headEndDesk(ports);
    await desk.start((error) => log.error('what a head end told could not be kept', { error: String(error) }));
    closing.push(() => desk.stop());
    closing.push(
      await adoptInventories(ports, (headEnd, error) =>
        log.warn('the meters of a head end could not be learned', { headEnd, error: String(error) }),
      ),
    );

    const dispatch = dispatcher(nouns, ports);
    await housekeeping(ports, {
      answers: config.retention.answers * day,
      deliveries: config.retention.deliveries * day,
      requests: config.retention.requests * day,
      readings: config.retention.readings * day,
    });
    jobs.start((error, job) => {
      const facts = { error: String(error), ...(job === undefined ? {} : { queue: job.queue, key: job.key }) };
      log.error('a job could not be done and will come again', facts);
    });
    // together: what waits for a head end ends with it, and comes again after the next start
    closing.push(async () => void (await Promise.all([jobs.stop(), desk.stop()])));
    // behind the start: a gateway serves at once, however much it has to take up
    const takenUp = commandsOf(ports)
      .recover()
      .catch((error: unknown) => void log.error('commands of before could not be taken up', { error: String(error) }));
    closing.push(() => takenUp);
    closing.push(() => deliveries.stop(5_000));
    await deliveries.start();
    const endpoint = soapEndpoint(replacements.around?.(dispatch) ?? dispatch, {
      wsdl: wsdlFolder,
      limits: config.limits,
      largeBody: config.limits.largeBody,
      threads: config.threads,
      queue: config.limits.queue,
      streaming: { folder: spoolFolder(config), usual: config.limits.body },
      replies: ports.replies,
      dialects: config.dialects,
      validators,
    });
    closing.push(() => endpoint.close());
    endpoint.warmUp();

    let stopping = false;
    const routes = [
      ...registryRoutes(registry, { endpoint: endpointRule(config), subscription: checkSubscription }),
      ...deliveryRoutes({ store, now: () => clock.now(), wake: () => deliveries.wake() }),
      ...requestRoutes(store),
      ...driven
        .filter(isSimulator)
        .slice(0, 1) // paths have no place for a second one
        .flatMap((simulator) => heldRoutes(simulatorRoutes(simulator), dutyOf(simulator.name), peers)),
    ];
    const onlyLocal = isLoopback(config.host) && !config.http.trustProxy;
    // nobody is asked who they are yet
    const mayServeApi = onlyLocal || config.security.allowAnonymous;
    const app = httpApp({
      api: mayServeApi ? { routes, onlyLocal, log, description: openApi(routes, apiDescription()) } : undefined,
      files: contractFiles(wsdlFolder),
      metrics,
      log,
      trustProxy: config.http.trustProxy,
      serves: (service) =>
        service === genericService ||
        (operationsOf(service) ?? []).some((o) => o.noun in nouns || o.shape === 'operationSet'),
      spellingOf: (name) => (dialects.named(name) === undefined ? undefined : dialects.spellingFor(name)),
      notReady: () => (stopping ? 'the gateway is stopping' : undefined),
    });
    const http = httpServer({
      limits: config.limits,
      app,
      soapPost: soapPost({
        endpoint,
        receiver: bodyReceiver(config.limits, {
          mayBe: beginsStreamed,
          mayFollow: mayBeStreamed,
          folder: spoolFolder(config),
        }),
        admission: admission(config.limits.inHand),
        log,
        metrics,
        speaks: (name) => dialects.named(name) !== undefined,
        stopping: () => stopping,
      }),
    });
    const { host, port } = await http.listen(config.host, config.port);
    closing.push(() => http.close(10_000));
    closing.push(async ({ handedOver = false }) => {
      stopping = true;
      const { drainDelay } = config.http;
      if (handedOver) await http.drain(handOver, false);
      else if (drainDelay > 0) await http.drain(drainDelay, true);
    });
    return { url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, ports, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What encrypts secrets in the store. Throws `ConfigError` for a key that is none. */
function vaultOf({ security: { storageKey, formerStorageKeys }, store }: Config, environment: Environment): Vault {
  try {
    return vault(storageKeys({ key: storageKey, former: formerStorageKeys, store, environment }));
  } catch (error) {
    throw new ConfigError([`security.storageKey: ${(error as Error).message}`]);
  }
}

/** Where large bodies wait. */
function spoolFolder({ spool }: Config): string {
  return spool === '' ? tmpdir() : spool;
}

interface Means {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly environment: Environment;
}

/** The head ends of the settings, the default first; the one that needs no settings only where it is named. */
function makeHeadEnds(config: Config, means: Means): readonly HeadEnd[] {
  const { headEnd: usual, routing, simulator } = config;
  const settings = new Map(Object.entries(config.headEnds));
  if (!settings.has(builtIn) && [usual, ...routing.map(({ headEnd }) => headEnd)].includes(builtIn))
    settings.set(builtIn, { kind: 'simulated', ...simulator });
  const names = [usual, ...[...settings.keys()].filter((name) => name !== usual)];
  return names.map((name) => {
    const its = settings.get(name);
    if (its === undefined) throw new Error(`there is no head end "${name}"`);
    if (its.kind === 'cim-soap') return cimSoapOf(name, its, config, means);
    return simulatedHeadEnd({ ...its, name, clock: means.clock });
  });
}

/** Where there may be several processes, a head end that takes one session only is driven by one of them. */
function heldIfExclusive(
  headEnd: HeadEnd,
  { limits }: Config,
  { peers, clock, log }: { readonly peers: Peers; readonly clock: Clock; readonly log: Log },
): HeadEnd {
  if (headEnd.capabilities().exclusive !== true || peers.homes() === undefined) return headEnd;
  return heldHeadEnd(headEnd, {
    ...{ peers, clock },
    limits: { most: limits.headEndSlots, reserve: limits.urgentSlots },
    trouble: (error) => log.warn('a head end could not be begun', { headEnd: headEnd.name, error: String(error) }),
  });
}

/** A head end that speaks SOAP, as its settings want it. */
export function cimSoapOf(
  name: string,
  its: CimSoapSettings,
  { limits, replies }: Pick<Config, 'limits' | 'replies'>,
  means: Means,
): HeadEnd {
  const { clock, ids, environment } = means;
  const { connect, answer, repeats } = its.timeouts;
  const { url, servicePaths, dialect } = its;
  const read = answerReader(wsdlFolder, limits);
  const encoder = messageEncoder();
  return cimSoapHeadEnd({
    ...its,
    name,
    source: replies.source,
    replyAddress: its.replies === 'poll' ? 'poll' : (its.replyAddress ?? ''),
    clock,
    ids,
    encode: (verb, noun, message) => encoder.request(verb, noun, message),
    wire: () =>
      wire({
        connect: async (address) => {
          const { soapPoster } = await import('./soap/client.js');
          const target = targetOf({ ...its, url: address }, environment);
          return soapPoster(target, { connect, total: answer, answer: limits.body });
        },
        url,
        servicePaths,
        read,
        businessErrors: dialect.businessErrors,
        repeats,
        clock,
      }),
  });
}

/** The rules of the configuration for endpoints that the API registers, which may be of its dialects. */
function endpointRule({ dialects, security }: Config): (given: unknown) => ReturnType<typeof checkReplyEndpoint> {
  return (given) => {
    const checked = checkReplyEndpoint(given, Object.keys(dialects));
    const problems = checked.ok ? apiSecretProblems(checked.value, security.apiSecrets) : [];
    return problems.length === 0 ? checked : { ok: false, problems };
  };
}

function apiDescription(): Description {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return { version, registrations: registrationSchemas() as Description['registrations'] };
}
