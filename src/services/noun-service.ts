/**
 * What every noun does alike; the noun is a parameter. Knows nothing of SOAP, XML, SQL and head ends: it takes typed
 * messages, applies the rules of master data and documents, and reads and writes through the ObjectStore port.
 */
import { replyTo } from '../message/replies.js';
import { changeObjects } from './change-objects.js';
import { createObjects } from './create-objects.js';
import { endObjects, reportEnds } from './end-objects.js';
import { getObjects } from './get-objects.js';
import type { NounRow, NounService, ServicePorts } from './noun-row.js';
import { reportObjects } from './report-objects.js';
import { subjectOf } from './subject.js';

/** The generic service of a noun; a special one is laid over it verb by verb. */
export function nounService(row: NounRow, noun: string, ports: ServicePorts): NounService {
  const subject = subjectOf(row, noun, ports);
  return {
    get: async (message) => replyTo(message, noun, await getObjects(subject, message), ports.replies),
    create: (message, call) => (call.elementOperation ? changeObjects : createObjects)(subject, message, call),
    change: (message, call) => changeObjects(subject, message, call),
    cancel: (message, call) => endObjects(subject, 'cancel', message, call),
    close: (message, call) => endObjects(subject, 'close', message, call),
    delete: (message, call) =>
      call.elementOperation ? changeObjects(subject, message, call) : endObjects(subject, 'delete', message, call),
    created: (message, call) => reportObjects(subject, 'created', message, call),
    changed: (message, call) => reportObjects(subject, 'changed', message, call),
    canceled: (message, call) => reportEnds(subject, 'cancel', message, call),
    closed: (message, call) => reportEnds(subject, 'close', message, call),
    deleted: (message, call) => reportEnds(subject, 'delete', message, call),
  };
}
