/** The express app: everything that is not a SOAP message. Contract files, the list of services, probes, metrics. */
import { inspect } from 'node:util';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { operationsOf, serviceNames } from '../contract/operations.js';
import { eras, type Era, type Spelling } from '../contract/spelling.js';
import { escapeAttribute, escapeText } from '../contract/xml-writer.js';
import type { Log } from '../log.js';
import { apiRouter, type Api } from './api.js';
import type { ContractFiles, ContractView } from './contract-files.js';
import { guard, type May } from './guard.js';
import type { Metrics } from './metrics.js';
import type { WayIn } from './way-in.js';

export interface AppPorts {
  readonly files: ContractFiles;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly trustProxy: boolean;
  /** Of the listener that the app answers at. */
  readonly wayIn: WayIn;
  /** What somebody who has shown who he is may see and do here. */
  readonly may?: May | undefined;
  /** Whether a service of the contract is served: it has a row in the table of nouns. */
  serves(service: string): boolean;
  /** How a dialect calls the namespaces of the contract; undefined when there is none of this name. */
  spellingOf(dialect: string): Spelling | undefined;
  /** The JSON API; undefined when it is not served. */
  readonly api?: Api | undefined;
  /** Undefined when all is well, else what is not. */
  notReady(): string | undefined;
}

export function httpApp(ports: AppPorts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use((_request, response, next) => {
    response.set({
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
    next();
  });

  app.get('/health/live', (_request, response) => void response.type('text/plain').send('live\n'));
  app.get('/health/ready', (_request, response) => {
    // who is not asked who he is hears whether, and not why
    const reason = ports.notReady() && (ports.wayIn.asks ? 'not ready' : ports.notReady());
    response
      .status(reason === undefined ? 200 : 503)
      .type('text/plain')
      .send(`${reason ?? 'ready'}\n`);
  });
  if (ports.may !== undefined) app.use(guard(ports.wayIn, ports.may));
  app.get('/metrics', async (_request, response) => {
    const { contentType, body } = await ports.metrics.text();
    response.set('Content-Type', contentType).send(body);
  });
  if (ports.api) app.use('/api/v1', apiRouter(ports.api));
  app.get('/', (_request, response) => response.redirect('/soap'));

  app.get('/soap', (request, response) => {
    const services = servicesAt(baseOf(request, ports.trustProxy), ports);
    response.vary('Accept');
    if (request.accepts(['json', 'html']) === 'html') response.type('html').send(servicesPage(services));
    else response.json({ services });
  });
  app.get('/soap/:service', (request, response) => contractFile(ports, request, response, undefined));
  app.get('/soap/:dialect/:service', (request, response) =>
    contractFile(ports, request, response, request.params.dialect),
  );
  app.all(['/soap', '/soap/:service', '/soap/:dialect/:service'], (request, response) => {
    response.set('Allow', 'GET, HEAD, POST');
    problem(response, 405, `${request.method} is not allowed here; send messages with POST.`);
  });
  app.use((request, response) =>
    problem(response, 404, `There is nothing at ${request.path.slice(0, 200)}. GET /soap lists the services.`),
  );
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const status = (error as { status?: number }).status;
    if (status !== undefined && status >= 400 && status < 500)
      return void problem(response, status, 'The request is not understood.');
    ports.log.error('request', { path: request.path, error: error instanceof Error ? error.stack : inspect(error) });
    problem(response, 500, 'The gateway could not answer because of a fault of its own.');
  });
  return app;
}

/** A WSDL or a schema, in the era that was asked for, or in the dialect of the address. */
function contractFile(
  ports: AppPorts,
  request: Request<{ service: string }>,
  response: Response,
  dialect: string | undefined,
): void {
  const { service } = request.params;
  const base = `${baseOf(request, ports.trustProxy)}/soap`;
  if (!ports.serves(service))
    return problem(response, 404, `There is no service ${service.slice(0, 200)}. GET /soap lists the services.`);
  // names in any case: ?WSDL and ?XSD= are what some clients make of them
  const query = new Map(Object.entries(request.query).map(([key, value]) => [key.toLowerCase(), value]));
  const view = viewOf(ports, base, text(query.get('era')), dialect);
  if (typeof view === 'string') return problem(response, dialect === undefined ? 400 : 404, view);
  const soap = text(query.get('soap')) ?? '1.1';
  if (query.has('wsdl')) {
    if (soap !== '1.1' && soap !== '1.2') return problem(response, 400, 'soap must be 1.1 or 1.2.');
    return contract(response, ports.files.wsdl(service, view, soap), ports.wayIn.asks);
  }
  const xsd = text(query.get('xsd'));
  if (xsd !== undefined) {
    const file = ports.files.xsd(service, xsd, view);
    if (file === undefined) return problem(response, 404, `There is no schema ${xsd.slice(0, 200)}.`);
    return contract(response, file, ports.wayIn.asks);
  }
  problem(
    response,
    400,
    `GET /soap/${dialect === undefined ? '' : `${dialect}/`}${service}?wsdl gives the WSDL; messages are sent with POST.`,
  );
}

/** What the files are to look like; a sentence when that is not to be had. */
function viewOf(
  ports: AppPorts,
  base: string,
  era: string | undefined,
  dialect: string | undefined,
): ContractView | string {
  if (dialect !== undefined) {
    const spelling = ports.spellingOf(dialect);
    if (spelling === undefined) return `There is no dialect ${dialect.slice(0, 200)}. GET /soap lists the services.`;
    return { base: `${base}/${dialect}`, spelling, query: '' };
  }
  if (era === undefined) return { base, spelling: {}, query: '' };
  if (!Object.hasOwn(eras, era))
    return `The era ${era.slice(0, 50)} is not offered; there are ${Object.keys(eras).join(', ')}.`;
  return { base, spelling: eras[era as Era], query: era === '2011' ? '' : `&era=${era}` };
}

/**
 * The gateway's address as the client sees it: the Host it asked for, or what a trusted proxy says.
 * What stands there is put into documents, so only plain host names, addresses and ports are believed.
 */
export function baseOf(request: Pick<Request, 'headers' | 'socket'>, trustProxy: boolean): string {
  const forwarded = (name: string): string | undefined => {
    const value = trustProxy ? request.headers[name] : undefined;
    return (Array.isArray(value) ? value[0] : value)?.split(',')[0]?.trim();
  };
  const host = [forwarded('x-forwarded-host'), request.headers.host].find(
    (h) => h !== undefined && /^([A-Za-z0-9.-]{1,255}|\[[0-9A-Fa-f:.]{2,45}\])(:\d{1,5})?$/.test(h),
  );
  const encrypted = 'encrypted' in request.socket;
  const protocol =
    [forwarded('x-forwarded-proto')?.toLowerCase()].find((p) => p === 'http' || p === 'https') ??
    (encrypted ? 'https' : 'http');
  const prefix = forwarded('x-forwarded-prefix')?.replace(/\/+$/, '');
  const path = prefix !== undefined && /^(\/[A-Za-z0-9._~-]+)+$/.test(prefix) ? prefix : '';
  const { localAddress, localPort } = request.socket;
  const own = `${localAddress?.includes(':') ? `[${localAddress.replace(/^::ffff:/, '')}]` : (localAddress ?? 'localhost')}:${localPort}`;
  return `${protocol}://${host ?? own}${path}`;
}

interface ServiceEntry {
  readonly service: string;
  readonly address: string;
  readonly wsdl: string;
  readonly operations: readonly { readonly name: string; readonly soapAction: string }[];
}

function servicesAt(base: string, ports: AppPorts): readonly ServiceEntry[] {
  return serviceNames()
    .filter((service) => ports.serves(service))
    .sort()
    .map((service) => ({
      service,
      address: `${base}/soap/${service}`,
      wsdl: `${base}/soap/${service}?wsdl`,
      operations: (operationsOf(service) ?? []).map(({ name, soapAction }) => ({ name, soapAction })),
    }));
}

function servicesPage(services: readonly ServiceEntry[]): string {
  const rows = services.map(
    (s) =>
      `<tr><td><a href="${escapeAttribute(s.wsdl)}">${escapeText(s.service)}</a></td><td>${s.operations.map((o) => escapeText(o.name)).join(', ')}</td></tr>`,
  );
  return (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>cimgate: services</title>' +
    '<style>body{font:16px/1.4 system-ui,sans-serif;margin:2rem;max-width:70rem}td{padding:.2rem 1rem .2rem 0;vertical-align:top}</style>' +
    `<h1>IEC 61968-9 services</h1><p>Each takes SOAP 1.1 and 1.2 by POST at its own address; <code>POST /soap</code> takes the messages of all.</p>` +
    `<table>${rows.join('')}</table></html>`
  );
}

/** @param asks whether callers are asked who they are: then what one may see, a proxy keeps for nobody else */
function contract(response: Response, file: string | undefined, asks: boolean): void {
  if (file === undefined) return problem(response, 404, 'There is no such file.');
  response
    .set({
      'Content-Type': 'text/xml; charset=utf-8',
      'Cache-Control': `${asks ? 'private' : 'public'}, max-age=300`,
      Vary: 'Host, X-Forwarded-Host, X-Forwarded-Proto, X-Forwarded-Prefix',
    })
    .send(file);
}

/** Plain text: some clients call themselves browsers and are none. */
function problem(response: Response, status: number, sentence: string): void {
  response.status(status).type('text/plain').send(`${sentence}\n`);
}

function text(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : undefined;
}
