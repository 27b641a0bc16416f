/** A gateway of its own process whose head end lives elsewhere; killed at any time. Settings come from the environment. */
import { loadConfig } from '../../../dist/config.js';
import { openLog } from '../../../dist/log.js';
import { startGateway } from '../../../dist/main.js';
import { wiredHeadEnd } from './head-end-wire.mjs';

const { KILL_HEAD_END_PORT, KILL_METERS, ...env } = process.env;
const cimgate = Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('CIMGATE_')));
const config = loadConfig(cimgate);
const headEnds = [wiredHeadEnd({ port: Number(KILL_HEAD_END_PORT), meters: Number(KILL_METERS) })];
const gateway = await startGateway(config, openLog(config.log), { headEnds });
process.send?.({ url: gateway.url });
