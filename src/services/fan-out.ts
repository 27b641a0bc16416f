/**
 * A publication becomes messages: one for each active subscription whose filter fits, with just the elements that fit, or several
 * where it would be too long. Written as deliveries in the caller's transaction.
 */
import type { Json, JsonObject, StoreTransaction } from '../ports/object-store.js';
import type { NewDelivery } from '../ports/outbox.js';
import type { Subscription } from '../ports/registry.js';
import { eventDelivery } from './event-message.js';
import type { ServicePorts } from './noun-row.js';
import { relationsOf, type Element, type Relations } from './related-names.js';
import { inPieces } from './split-reply.js';
import { partFor, relationsNeeded } from './subscription-filter.js';

export type PublishPorts = Pick<
  ServicePorts,
  'clock' | 'encoder' | 'ids' | 'jobs' | 'registry' | 'replies' | 'settings' | 'store'
>;

export interface Publication {
  readonly noun: string;
  /** `created`, `changed`, `canceled`, `closed`, `deleted`. */
  readonly verb: string;
  /** Payload root of the noun. */
  readonly root: JsonObject;
  /** Which elements below the root are objects; the others accompany them. All of them by default; `payload`: the root is one object. */
  readonly objects?: readonly string[] | 'payload' | undefined;
  /** Of the request it follows from; without one the messages get a fresh one. */
  readonly correlationId?: string | undefined;
  /** Names of endpoints that are told in another way. */
  readonly except?: readonly string[] | undefined;
}

/** The subscriptions that may want a publication: mostly there are none, and nothing else need be done. */
export function subscribersOf(
  { registry }: PublishPorts,
  noun: string,
  except: readonly string[] = [],
): readonly Subscription[] {
  return registry.subscriptions(noun).filter(({ endpoint }) => !except.includes(endpoint));
}

/** Writes the messages for all who have subscribed. */
export async function fanOut(tx: StoreTransaction, ports: PublishPorts, publication: Publication): Promise<void> {
  const { noun, verb, root, correlationId = '', except } = publication;
  const subscriptions = subscribersOf(ports, noun, except);
  if (subscriptions.length === 0) return;
  const whole = publication.objects === 'payload';
  const elements = whole ? [{ kind: noun, document: root }] : elementsOf(root, publication.objects);
  if (elements.length === 0) return;
  const needed = relationsNeeded(subscriptions.map(({ filter }) => filter));
  const relations = await relationsOf(tx, elements, needed, ports.clock.now());
  const deliveries: NewDelivery[] = [];
  for (const { endpoint, filter } of subscriptions) {
    const fitting = fittingOf(filter, elements, relations);
    if (fitting.length === 0) continue;
    const rest = whole ? {} : accompanying(root, publication.objects);
    const content = whole ? root : { ...rest, ...grouped(fitting) };
    // what goes together stays in order: deliveries of one correlation go one after the other
    const envelope = { endpoint, noun, verb, correlationId: correlationId || ports.replies.messageId() };
    const one = eventDelivery(ports, envelope, content);
    // one object in several messages would be several objects to who gets them
    if (whole || one.xml.length <= ports.settings.partSize) deliveries.push(one);
    else
      deliveries.push(
        ...inPieces(content, one.xml.length, ports.settings.partSize).map((piece) =>
          eventDelivery(ports, envelope, piece),
        ),
      );
  }
  if (deliveries.length > 0) await tx.addDeliveries(deliveries);
}

function fittingOf(
  filter: Subscription['filter'],
  elements: readonly Element[],
  relations: readonly Relations[],
): readonly Element[] {
  return elements.flatMap((element, at) => {
    const document = partFor(filter, element, relations[at]!);
    return document === undefined ? [] : [{ kind: element.kind, document }];
  });
}

function elementsOf(root: JsonObject, objects: readonly string[] | undefined): readonly Element[] {
  return Object.entries(root).flatMap(([kind, list]) =>
    Array.isArray(list) && (objects?.includes(kind) ?? true)
      ? (list as readonly JsonObject[]).map((document) => ({ kind, document }))
      : [],
  );
}

/** What stands beside the objects: definitions they point at. */
function accompanying(root: JsonObject, objects: readonly string[] | undefined): JsonObject {
  return Object.fromEntries(Object.entries(root).filter(([kind]) => objects !== undefined && !objects.includes(kind)));
}

function grouped(elements: readonly Element[]): JsonObject {
  const root: Record<string, Json[]> = {};
  for (const { kind, document } of elements) (root[kind] ??= []).push(document);
  return root;
}
