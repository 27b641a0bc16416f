/** Makes the head ends that the settings name. */
import { builtIn, type CimSoapSettings } from '../config/head-ends.js';
import type { Config } from '../config.js';
import { messageEncoder } from '../contract/message-encoder.js';
import { targetOf, type Environment } from '../delivery/secrets.js';
import { cimSoapHeadEnd } from '../head-ends/cim-soap/head-end.js';
import { wire } from '../head-ends/cim-soap/wire.js';
import { heldHeadEnd } from '../head-ends/held/head-end.js';
import { simulatedHeadEnd } from '../head-ends/simulated/head-end.js';
import type { Log } from '../log.js';
import type { Clock } from '../ports/clock.js';
import type { HeadEnd } from '../ports/head-end.js';
import type { Ids } from '../ports/ids.js';
import type { Peers } from '../ports/peers.js';
import { answerReader } from '../soap/typed-answer.js';
import { wsdlFolder } from './wsdl-folder.js';

interface Means {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly environment: Environment;
}

/** The head ends of the settings, the default first; the one that needs no settings only where it is named. */
export function makeHeadEnds(config: Config, means: Means): readonly HeadEnd[] {
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
export function heldIfExclusive(
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
  { limits, replies, eventCodes }: Pick<Config, 'limits' | 'replies' | 'eventCodes'>,
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
    vendorCodes: eventCodes[name] ?? {},
    replyAddress: its.replies === 'poll' ? 'poll' : (its.replyAddress ?? ''),
    clock,
    ids,
    encode: (verb, noun, message) => encoder.request(verb, noun, message),
    wire: () =>
      wire({
        connect: async (address) => {
          const { soapPoster } = await import('../soap/client.js');
          const target = { ...targetOf({ ...its, url: address }, environment), once: repeats === 0 };
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
