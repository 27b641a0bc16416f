/** Schemas of what the API says of the disconnect brake, the audit and the policy. */
import type { JsonObject } from '../ports/object-store.js';
import { listOf, object, text, time, whole } from './schema-parts.js';

const limits = { principalHour: whole, hour: whole, day: whole } as const;
const stopped = object({ by: text, at: time, reason: text });
const disconnects = {
  stopped,
  limits: { ...object(limits), description: 'Absent where the brake is off.' },
  until: { ...time, description: 'When these limits end, and those of the settings hold again.' },
  counted: object({ hour: whole, day: whole }),
} as const;

export const safetySchemas: JsonObject = {
  Disconnects: object(disconnects, ['counted']),
  Stop: object({ reason: text }, []),
  Stopped: object({ ...disconnects, refused: whole, withdrawn: whole }, ['counted', 'refused', 'withdrawn']),
  DisconnectLimits: object({ ...limits, until: time }),
  HeldDisconnects: object({ held: listOf('HeldDisconnect') }),
  HeldDisconnect: object(
    {
      ...{ id: text, principal: text, at: time, because: text, source: text, messageId: text, correlationId: text },
      ...{ user: { type: 'object' }, payload: { type: 'object' } },
    },
    ['id', 'principal', 'at'],
  ),
  AuditRecords: object({ records: listOf('AuditRecord'), next: text }, ['records']),
  AuditRecord: {
    ...object({ chain: whole, seq: whole, hash: text, time, decision: text }, ['chain', 'seq', 'hash', 'time']),
    additionalProperties: true,
  },
  AuditHeads: object({ heads: { type: 'array', items: object({ chain: whole, seq: whole, hash: text }) } }),
  Policy: object({ rules: { type: 'array', items: { type: 'object' } } }),
};
