/**
 * What processes tell and ask each other, as short texts: PostgreSQL carries less than 8,000 bytes in one notification, so a
 * long message goes in several. Knows nothing of how the texts travel.
 */
import type { JsonObject } from '../ports/object-store.js';
import { PeerGone, type Peers } from '../ports/peers.js';

/** Letters of a message in one text, and how long an answer is waited for, in milliseconds. */
const most = 7_800;
const patience = 30_000;

interface Message {
  readonly kind: 'tell' | 'ask' | 'answer' | 'refuse';
  readonly topic: string;
  readonly data: JsonObject;
  /** Ties an answer to its question. */
  readonly id?: number | undefined;
}

export interface PeerPost extends Pick<Peers, 'tell' | 'hear' | 'ask' | 'respond'> {
  /** Takes in a text from another process. */
  receive(text: string): void;
  /** Forgets what has come in part, and refuses what was asked: of one process that is gone, or of all when nothing travels any more. */
  drop(from?: number): void;
}

/**
 * @param self the number of this process
 * @param send hands texts to one process or to all others; answers false when nothing travels now
 */
export function peerPost(self: () => number, send: (texts: readonly string[], to?: number) => boolean): PeerPost {
  const listeners = new Map<string, Set<(data: JsonObject, from: number) => void>>();
  const responders = new Map<string, (data: JsonObject, from: number) => Promise<JsonObject>>();
  const asked = new Map<number, { readonly to: number; readonly settle: (answer: Message | PeerGone) => void }>();
  /** Parts that have come, by sender and number of the message. */
  const partly = new Map<string, string[]>();
  let lastMessage = 0;
  let lastQuestion = 0;

  const post = (message: Message, to?: number): boolean => {
    const number = ++lastMessage;
    const json = JSON.stringify(message).replace(/[^\x20-\x7e]/g, escaped);
    const parts = Math.ceil(json.length / most);
    const texts = Array.from({ length: parts }, (_, at) =>
      [self(), number, at, parts, json.slice(at * most, (at + 1) * most)].join(' '),
    );
    return send(texts, to);
  };

  const take = (message: Message, from: number): void => {
    const { kind, topic, data, id } = message;
    if (kind === 'tell') for (const listener of listeners.get(topic) ?? []) listener(data, from);
    else if (kind === 'ask') void respond(topic, data, id, from);
    else if (id !== undefined) asked.get(id)?.settle(message);
  };

  const respond = async (topic: string, data: JsonObject, id: number | undefined, from: number): Promise<void> => {
    try {
      const responder = responders.get(topic);
      if (responder === undefined) throw new Error(`nobody answers ${topic} here`);
      post({ kind: 'answer', topic, data: await responder(data, from), id }, from);
    } catch (error) {
      post(
        { kind: 'refuse', topic, data: { message: error instanceof Error ? error.message : String(error) }, id },
        from,
      );
    }
  };

  return {
    tell: (topic, data, to) => void post({ kind: 'tell', topic, data }, to),
    hear: (topic, listener) => {
      const heard = listeners.get(topic) ?? new Set();
      listeners.set(topic, heard.add(listener));
      return () => void heard.delete(listener);
    },
    ask: (to, topic, data) =>
      new Promise((resolve, reject) => {
        const id = ++lastQuestion;
        const timer = setTimeout(() => settle(new PeerGone(`process ${to} does not answer`)), patience);
        const settle = (answer: Message | PeerGone): void => {
          clearTimeout(timer);
          asked.delete(id);
          if (answer instanceof PeerGone) reject(answer);
          else if (answer.kind === 'answer') resolve(answer.data);
          else reject(new Error(typeof answer.data['message'] === 'string' ? answer.data['message'] : 'refused'));
        };
        asked.set(id, { to, settle });
        if (!post({ kind: 'ask', topic, data, id }, to))
          settle(new PeerGone('the other processes are not to be reached'));
      }),
    respond: (topic, responder) => {
      responders.set(topic, responder);
      return () => {
        if (responders.get(topic) === responder) responders.delete(topic);
      };
    },
    receive: (text) => {
      const [from = '', number = '', at = '', of = ''] = text.split(' ', 4);
      const json = text.slice(from.length + number.length + at.length + of.length + 4);
      if (Number(from) === self()) return;
      if (of === '1') return take(JSON.parse(json) as Message, Number(from));
      const key = `${from} ${number}`;
      // they come in order: what begins in the middle was begun before we listened
      const parts = at === '0' ? [] : partly.get(key);
      if (parts === undefined || parts.length !== Number(at)) return void partly.delete(key);
      partly.set(key, parts);
      if (parts.push(json) < Number(of)) return;
      partly.delete(key);
      take(JSON.parse(parts.join('')) as Message, Number(from));
    },
    drop: (from) => {
      if (from === undefined) partly.clear();
      for (const key of [...partly.keys()]) if (key.startsWith(`${from} `)) partly.delete(key);
      for (const question of [...asked.values()])
        if (from === undefined || question.to === from) question.settle(new PeerGone(`process ${question.to} is gone`));
    },
  };
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
