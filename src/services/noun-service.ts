/**
 * What every noun does alike; the noun is a parameter. Knows nothing of SOAP, XML, SQL and head ends: it takes typed
 * messages, applies the rules of master data and documents, and reads and writes through the ObjectStore port.
 */
import type { ReplyParts } from '../message/replies.js';
import { replyTo } from '../message/replies.js';
import type { AnyMessage, Call } from '../message/call.js';
import { changeObjects } from './change-objects.js';
import { createObjects } from './create-objects.js';
import { endObjects, reportEnds } from './end-objects.js';
import { getObjects } from './get-objects.js';
import type { Handler, NounRow, NounService, ServicePorts } from './noun-row.js';
import { reportObjects } from './report-objects.js';
import { subjectOf } from './subject.js';

/** The generic service of a noun; a special one is laid over it verb by verb. */
export function nounService(row: NounRow, noun: string, ports: ServicePorts): NounService {
  const subject = subjectOf(row, noun, ports);
  const answering =
    (work: (message: AnyMessage, call: Call) => Promise<ReplyParts>): Handler =>
    async (message, call) =>
      replyTo(message, noun, await work(message, call), ports.replies);
  return {
    get: answering((message) => getObjects(subject, message)),
    create: answering((message, call) => createObjects(subject, message, call)),
    change: answering((message, call) => changeObjects(subject, message, call)),
    cancel: answering((message, call) => endObjects(subject, 'cancel', message, call)),
    close: answering((message, call) => endObjects(subject, 'close', message, call)),
    delete: answering((message, call) => endObjects(subject, 'delete', message, call)),
    created: answering((message, call) => reportObjects(subject, 'created', message, call)),
    changed: answering((message, call) => reportObjects(subject, 'changed', message, call)),
    canceled: answering((message, call) => reportEnds(subject, 'cancel', message, call)),
    closed: answering((message, call) => reportEnds(subject, 'close', message, call)),
    deleted: answering((message, call) => reportEnds(subject, 'delete', message, call)),
  };
}
