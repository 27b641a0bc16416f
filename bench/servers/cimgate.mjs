/**
 * The gateway with a dispatcher that takes every part of the payload and answers 0.0:
 * parsed, validated, typed, logged, counted and answered, but not stored.
 */
import { randomUUID } from 'node:crypto';
import { payloadPieces } from '../../dist/message/call.js';
import { replyTo } from '../../dist/message/replies.js';
import { serveGateway } from './gateway.mjs';

const maker = { source: 'cimgate', successCode: true, messageId: () => randomUUID(), now: () => Date.now() };

async function answer(message, call) {
  for await (const { root } of payloadPieces(message, call)) if (root === undefined) throw new Error('a part is empty');
  return replyTo(message, call.operation.noun, { result: 'OK' }, maker);
}

await serveGateway('memory', { replacements: { around: () => answer } });
