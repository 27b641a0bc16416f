/**
 * The composition root: settings in, a running gateway out. Picks the store and the head end, wires services, SOAP endpoint
 * and HTTP server, and takes them down again in the other order. The only place where everything meets.
 */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { ConfigError, isLoopback, type Config } from './config.js';
import { apiSecretProblems } from './config/api-secrets.js';
import { allPrincipals } from './config/principals-file.js';
import { checkReplyEndpoint, checkSubscription, registrationSchemas } from './config/registrations.js';
import { deliveryRoutes } from './console/deliveries-api.js';
import { heldRoutes } from './console/held-routes.js';
import { openApi, type Description } from './console/openapi.js';
import { registryRoutes } from './console/registry-api.js';
import { auditRoutes } from './console/audit-api.js';
import { requestRoutes } from './console/requests-api.js';
import { safetyRoutes } from './console/safety-api.js';
import { simulatorRoutes } from './console/simulator-api.js';
import { dutyOf } from './head-ends/held/head-end.js';
import { httpApp } from './http/app.js';
import { deliveryWatch } from './delivery/watch.js';
import { admission } from './http/admission.js';
import { bodyReceiver } from './http/body.js';
import { contractFiles } from './http/contract-files.js';
import { openMetrics, type Siblings } from './http/metrics.js';
import type { May } from './http/guard.js';
import { soapPost } from './http/soap-post.js';
import type { TurnedAway } from './http/way-in.js';
import { openListeners } from './listeners.js';
import type { Log } from './log.js';
import { nouns } from './nouns.js';
import { messageEncoder } from './contract/message-encoder.js';
import { payloadCheck } from './contract/payload-check.js';
import { Validators } from './contract/validator.js';
import { genericService, operationsOf } from './contract/operations.js';
import { openRegistry, sealSaved } from './delivery/registry.js';
import { secretText, targetOf, unusable, type Environment } from './delivery/secrets.js';
import { sender } from './delivery/sender.js';
import { storageKeys } from './delivery/storage-keys.js';
import { vault, type Vault } from './delivery/vault.js';
import type { Dispatch } from './message/call.js';
import type { Clock } from './ports/clock.js';
import type { HeadEnd } from './ports/head-end.js';
import type { Ids } from './ports/ids.js';
import { isSimulator } from './ports/simulator.js';
import { recordLife } from './services/audit-life.js';
import { brakeControl } from './services/brake-control.js';
import { commandsOf } from './services/commands.js';
import { dispatcher } from './services/dispatcher.js';
import { headEndDesk } from './services/head-end-desk.js';
import { housekeeping } from './services/housekeeping.js';
import { adoptInventories } from './services/inventory-duties.js';
import type { ServicePorts } from './services/noun-row.js';
import { Dialects } from './soap/dialects.js';
import { openPrincipals } from './security/principals.js';
import { soapEndpoint } from './soap/endpoint.js';
import { beginsStreamed, mayBeStreamed } from './soap/streamed.js';
import { addressedEncoder } from './soap/later-messages.js';
import { embeddedJobs } from './store/embedded-jobs.js';
import { openStore } from './store/open-store.js';
import { systemClock, systemIds } from './system.js';
import { guardOf } from './wiring/guard.js';
import { openPolicy, recordPolicy } from './wiring/policy.js';
import { heldIfExclusive, makeHeadEnds } from './wiring/head-ends.js';
import { mayBy, refusedBy } from './wiring/may.js';
import { proofsOf, turnedAwayBy } from './wiring/proofs.js';
import { serviceSettings } from './wiring/service-settings.js';
import { wsdlFolder } from './wiring/wsdl-folder.js';

const day = 86_400_000;

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
  /** Hears of everybody who is not let in, instead of the log. */
  readonly turnedAway?: (facts: TurnedAway) => void;
  /** What somebody who has shown who he is may see and do beside messages; everything when absent. */
  readonly may?: May;
}

export interface Gateway {
  /** Address of the gateway, with the port it has really taken. */
  readonly url: string;
  /** All its addresses, the main one first. */
  readonly listeners: readonly { readonly name: string; readonly url: string }[];
  /** Reads certificates, keys, revocation lists, principals and the policy anew; what is no good stays as it was, and the log says so. */
  renew(): void;
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
    const metrics = openMetrics(store, replacements.siblings);
    const policy = openPolicy(config);
    const counted = (what: string): void => metrics.alarm(what);
    const guard = guardOf(config, { store, clock, headEnds, rules: policy.rules, log, counted });
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
      settings: serviceSettings(config),
      guard,
    };
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

    const { version } = apiDescription();
    closing.push(await recordLife(ports, { version }));
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
    // the time by which TLS judges certificates too
    const now = (): number => Date.now();
    const read = (secret: Parameters<typeof secretText>[0]): string => secretText(secret, environment);
    const keepAway = turnedAwayBy(ports, log);
    const principals = openPrincipals(config.security, { listed: () => allPrincipals(config.security), read, now });
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
      proofs: proofsOf(config, { store, clock, principals, refused: keepAway.message }),
    });
    closing.push(() => endpoint.close());
    endpoint.warmUp();

    let stopping = false;
    const routes = [
      ...registryRoutes(
        registry,
        { endpoint: endpointRule(config), subscription: checkSubscription },
        refusedBy(ports),
      ),
      ...deliveryRoutes({ store, now: () => clock.now(), wake: () => deliveries.wake() }),
      ...requestRoutes(store),
      ...safetyRoutes(brakeControl(ports)),
      ...auditRoutes(store, () => guard.policy ?? []),
      ...driven
        .filter(isSimulator)
        .slice(0, 1) // paths have no place for a second one
        .flatMap((simulator) => heldRoutes(simulatorRoutes(simulator), dutyOf(simulator.name), peers)),
    ];
    const files = contractFiles(wsdlFolder);
    const receiver = bodyReceiver(config.limits, {
      mayBe: beginsStreamed,
      mayFollow: mayBeStreamed,
      folder: spoolFolder(config),
    });
    const inHand = admission(config.limits.inHand);
    const description = openApi(routes, apiDescription());
    const listeners = await openListeners({
      ...{ config, log, principals, read, now, counted },
      tooMany: (limit) => metrics.tooMany(limit),
      renewPolicy: () => {
        if (!policy.renew()) return;
        recordPolicy(ports).catch((error: unknown) =>
          log.error('the audit cannot be written', { error: String(error) }),
        );
      },
      turnedAway: replacements.turnedAway ?? keepAway.way,
      serve: (wayIn, host) => {
        const onlyLocal = !wayIn.asks && isLoopback(host) && !config.http.trustProxy;
        const mayServeApi = wayIn.asks || onlyLocal || config.security.allowAnonymous;
        return {
          app: httpApp({
            ...{ wayIn, files, metrics, log, trustProxy: config.http.trustProxy },
            may: replacements.may ?? (guard.policy === undefined && !wayIn.asks ? undefined : mayBy(ports)),
            api: mayServeApi ? { routes, onlyLocal, log, description } : undefined,
            serves: (service) =>
              service === genericService ||
              (operationsOf(service) ?? []).some((o) => o.noun in nouns || o.shape === 'operationSet'),
            spellingOf: (name) => (dialects.named(name) === undefined ? undefined : dialects.spellingFor(name)),
            notReady: () => (stopping ? 'the gateway is stopping' : undefined),
          }),
          soapPost: soapPost({
            ...{ endpoint, wayIn, receiver, admission: inHand, log, metrics },
            speaks: (name) => dialects.named(name) !== undefined,
            stopping: () => stopping,
          }),
        };
      },
    });
    closing.push(() => listeners.close(10_000));
    closing.push(async ({ handedOver = false }) => {
      stopping = true;
      const { drainDelay } = config.http;
      if (handedOver) await listeners.drain(handOver, false);
      else if (drainDelay > 0) await listeners.drain(drainDelay, true);
    });
    const { addresses, renew } = listeners;
    return { url: addresses[0]!.url, listeners: addresses, ports, renew, stop };
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
