/** Gathers the metrics of all workers for the one that was asked for them. */
import type { Worker } from 'node:cluster';
import type { ProcessMetrics } from '../http/metrics.js';
import type { FromWorker, ToWorker } from './worker-messages.js';

/** A worker that does not answer in this time is left out; milliseconds. */
const patience = 2_000;

export interface MetricsGathering {
  heard(worker: Worker, message: FromWorker): void;
  /** A worker has ended: nothing comes from it any more. */
  gone(worker: Worker): void;
}

interface Question {
  readonly waiting: Set<Worker>;
  readonly all: ProcessMetrics[];
  answer(): void;
}

export function gatherMetrics(serving: () => readonly Worker[]): MetricsGathering {
  const open = new Map<number, Question>();
  let questions = 0;
  const settle = (worker: Worker, question: Question): void => {
    if (question.waiting.delete(worker) && question.waiting.size === 0) question.answer();
  };
  const ask = (asker: Worker, its: number): void => {
    const question = ++questions;
    const waiting = new Set(serving());
    const all: ProcessMetrics[] = [];
    const answer = (): void => {
      clearTimeout(late);
      if (open.delete(question)) tell(asker, { kind: 'all metrics', question: its, all });
    };
    const late = setTimeout(answer, patience);
    open.set(question, { waiting, all, answer });
    for (const worker of waiting) tell(worker, { kind: 'metrics?', question });
  };
  return {
    heard(worker, message) {
      if (message.kind === 'wants metrics') ask(worker, message.question);
      if (message.kind !== 'metrics') return;
      const question = open.get(message.question);
      question?.all.push(message.metrics);
      if (question !== undefined) settle(worker, question);
    },
    gone(worker) {
      for (const question of open.values()) settle(worker, question);
    },
  };
}

function tell(worker: Worker, message: ToWorker): void {
  // it may have ended just now: it is gone then, and counts no more
  if (worker.isConnected()) worker.send(message, () => {});
}
