/**
 * The gateway with a dispatcher that takes every part of the payload, in the form in which the service of readings takes it, and answers
 * 0.0: parsed, validated, typed, logged, counted and answered, but not stored.
 */
import { randomUUID } from 'node:crypto';
import { packedPieces } from '../../dist/message/call.js';
import { replyTo } from '../../dist/message/replies.js';
import { serveGateway } from './gateway.mjs';

const maker = { source: 'cimgate', successCode: true, messageId: () => randomUUID(), now: () => Date.now() };

async function answer(message, call) {
  for await (const { root } of packedPieces(message, call)) if (root === undefined) throw new Error('a part is empty');
  return replyTo(message, call.operation.noun, { result: 'OK' }, maker);
}

await serveGateway('memory', { replacements: { around: () => answer } });
