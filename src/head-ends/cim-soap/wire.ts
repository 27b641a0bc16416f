/**
 * Sends messages to a head end and tells what came of it: a reply, a refusal, or nothing that could be relied on. What may have
 * arrived is sent again unchanged, and never given up for not done.
 */
import type { AnyResponse } from '../../message/call.js';
import type { Clock } from '../../ports/clock.js';
import type { Failure, MayStillGo } from '../../ports/head-end.js';
import type { Sent, SoapPoster } from '../../soap/client.js';
import type { HttpAnswer } from '../../soap/http-post.js';
import type { TypedAnswer } from '../../soap/typed-answer.js';

export type WireAnswer =
  | { readonly kind: 'reply'; readonly reply: AnyResponse }
  /**
   * It was not taken, and nothing will come of it. `unread`: said by HTTP alone, by whoever stands there now, a proxy perhaps,
   * which says nothing of an earlier attempt that may have arrived.
   */
  | { readonly kind: 'refused'; readonly failure: Failure; readonly temporary: boolean; readonly unread?: boolean }
  /** It may have been taken. */
  | { readonly kind: 'lost'; readonly reason: string };

export interface Wire {
  /** Sends a message; again, as often as is allowed and until `until`, when its answer was lost, and while it may still go. */
  send(service: string, message: Sent, until: number, mayStillGo?: MayStillGo): Promise<WireAnswer>;
  /** Fails what is under way. */
  close(): void;
}

export interface WireOptions {
  /** A connection to the services at an address. */
  readonly connect: (url: string) => Promise<SoapPoster>;
  readonly url: string;
  /** Whether every service has an address of its own, below the url. */
  readonly servicePaths: boolean;
  readonly read: (answer: HttpAnswer) => TypedAnswer;
  readonly businessErrors: 'reply' | 'fault';
  readonly repeats: number;
  readonly clock: Clock;
}

const firstPause = 1_000;
const longestPause = 30_000;

export function wire({ connect, url, servicePaths, read, businessErrors, repeats, clock }: WireOptions): Wire {
  const posters = new Map<string, Promise<SoapPoster>>();
  const pauses = new Set<() => void>();
  let closed = false;

  function posterOf(service: string): Promise<SoapPoster> {
    const address = servicePaths ? `${url.replace(/\/$/, '')}/${service}` : url;
    let poster = posters.get(address);
    if (poster === undefined) {
      poster = connect(address);
      posters.set(address, poster);
      poster.catch(() => posters.delete(address)); // secrets may be there the next time
    }
    return poster;
  }

  async function once(service: string, message: Sent): Promise<WireAnswer> {
    let poster: SoapPoster;
    try {
      poster = await posterOf(service);
    } catch (error) {
      return refused('5.2', `it cannot be called: ${(error as Error).message}`, true);
    }
    try {
      const answer = await poster.post(message);
      return meant(answer.status, read(answer), businessErrors);
    } catch (error) {
      const { name, message: reason } = error as Error;
      if (name === 'Unsendable') return refused('5.2', reason, false);
      if (name !== 'CallFailed') throw error;
      if ((error as { readonly unreachable?: boolean }).unreachable) return refused('5.1', reason, true);
      return { kind: 'lost', reason };
    }
  }

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((over) => {
      const end = (): void => {
        cancel();
        pauses.delete(end);
        over();
      };
      const cancel = clock.at(clock.now() + milliseconds, end);
      pauses.add(end);
    });

  return {
    async send(service, message, until, mayStillGo = () => Promise.resolve(true)) {
      let lost: WireAnswer | undefined;
      for (let time = 0; ; time++) {
        const answer = await once(service, message);
        const settles =
          answer.kind === 'reply'
            ? !asksAgain(answer.reply)
            : answer.kind === 'refused' && !answer.temporary && answer.unread !== true;
        // a refusal for now says nothing of an earlier attempt that may have arrived
        if (settles || (lost === undefined && answer.kind !== 'lost')) return answer;
        if (answer.kind === 'lost') lost = answer;
        const wait = Math.min(firstPause * 2 ** time, longestPause);
        if (closed || time >= repeats || clock.now() + wait >= until) return lost ?? answer;
        await pause(wait);
        if (!(await mayStillGo())) return lost ?? answer;
      }
    },
    close() {
      closed = true;
      for (const end of [...pauses]) end();
      for (const poster of posters.values()) void poster.then((one) => one.close()).catch(() => {});
      posters.clear();
    },
  };
}

/** Codes that ask for the same message again (messaging §12), and that of too many requests in hand. */
const again = new Set(['5.1', '7.1', '3.2']);

export function isTemporary(code: string): boolean {
  return again.has(code);
}

function asksAgain({ Reply }: AnyResponse): boolean {
  return Reply.Result === 'FAILED' && (Reply.Error ?? []).some(({ code }) => isTemporary(code.trim()));
}

/** What an answer means for the message. Pure. */
export function meant(status: number, answer: TypedAnswer, businessErrors: 'reply' | 'fault'): WireAnswer {
  const http = `HTTP ${status}`;
  if (status >= 200 && status < 300 && answer.kind === 'reply') return { kind: 'reply', reply: answer.message };
  if (status === 503 || status === 429) return refused('5.1', `${http}: it asks to come later`, true);
  if (status === 401) return unread('7.2', `${http}: it wants to know who we are`);
  if (status === 403) return unread('7.5', `${http}: it does not let us`);
  if (answer.kind === 'fault') {
    const { code, details, reason, blamesMessage } = answer;
    if (code !== undefined) return refused(code, details ?? reason, isTemporary(code));
    if (blamesMessage || businessErrors === 'fault') return refused('5.2', reason, false);
    return { kind: 'lost', reason: `${http}, fault: ${reason}` }; // it failed in the midst of something
  }
  const refuses = (status >= 300 && status < 500 && status !== 408) || status === 501 || status === 505;
  if (refuses) return unread('5.2', `${http}: there is no such service at its address`);
  return { kind: 'lost', reason: answer.kind === 'junk' ? `${http}: ${answer.reason}` : http };
}

function refused(code: string, details: string, temporary: boolean): WireAnswer {
  return { kind: 'refused', failure: { code, details }, temporary };
}

function unread(code: string, details: string): WireAnswer {
  return { kind: 'refused', failure: { code, details }, temporary: false, unread: true };
}
