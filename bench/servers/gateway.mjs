/** Starts the built gateway for the bench: default settings, a free port of loopback, limits raised for the largest message. */
import { openLog } from '../../dist/log.js';
import { loadConfig } from '../../dist/config.js';
import { startGateway } from '../../dist/main.js';
import { ready } from './child.mjs';

/**
 * @param {string} store
 * @param {{ replacements?: import('../../dist/main.js').Replacements, env?: Record<string, string> }} [options]
 * @returns {Promise<import('../../dist/main.js').Gateway>}
 */
export async function serveGateway(store, { replacements, env } = {}) {
  const settings = loadConfig({
    CIMGATE_PORT: '0',
    CIMGATE_STORE: store,
    CIMGATE_LOG: process.env.BENCH_LOG ?? 'warn',
    ...env,
  });
  const limits = { ...settings.limits, body: 2 ** 26, inflatedBody: 2 ** 26, nodes: 2_000_000 };
  const gateway = await startGateway({ ...settings, limits }, openLog(settings.log), replacements);
  ready(Number(new URL(gateway.url).port));
  return gateway;
}
