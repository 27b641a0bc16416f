/**
 * WSDLs and XSDs as they are served: addresses and locations rewritten to the host that was asked, namespaces to the era or the
 * dialect. Which files there are is fixed when the gateway starts, so a name from outside never becomes a path; a file is read
 * when it is asked for, since few ever are, and together they would be 3 MB of every idle gateway.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spelledFile } from '../contract/spelled-file.js';
import type { Spelling } from '../contract/spelling.js';
import { escapeAttribute } from '../contract/xml-writer.js';

/** Where files are asked for, and what they are to look like. */
export interface ContractView {
  /** Address above the services, as the client sees it: `http://host/soap`, or `http://host/soap/{dialect}`. */
  readonly base: string;
  /** How the namespaces are called. */
  readonly spelling: Spelling;
  /** What the addresses of schemas say beside their names, such as `&era=2017`. */
  readonly query: string;
}

export interface ContractFiles {
  /** WSDL of a service, undefined when there is none. */
  wsdl(service: string, view: ContractView, soap: '1.1' | '1.2'): string | undefined;
  xsd(service: string, file: string, view: ContractView): string | undefined;
}

/** @param folder where `services/`, `profiles/` and perhaps `licensed/` are */
export function contractFiles(folder: string): ContractFiles {
  const wsdls = new Map<string, string>();
  const xsds = new Map<string, string>();
  for (const part of ['profiles', 'services', 'licensed']) {
    const path = join(folder, part);
    for (const file of existsSync(path) ? readdirSync(path) : []) {
      if (file.endsWith('.wsdl')) wsdls.set(file.slice(0, -5), join(path, file));
      else if (file.endsWith('.xsd')) xsds.set(file, join(path, file));
    }
  }
  const relocated = (path: string, service: string, { base, spelling, query }: ContractView): string =>
    spelledFile(readFileSync(path, 'utf8'), spelling).replace(
      /schemaLocation="(?:[^"]*\/)?([^"/]+\.xsd)"/g,
      (_, file: string) => `schemaLocation="${escapeAttribute(`${base}/${service}?xsd=${file}${query}`)}"`,
    );
  return {
    wsdl: (service, view, soap) => {
      const path = wsdls.get(service);
      if (path === undefined) return undefined;
      const addressed = relocated(path, service, view).replace(
        /(<soap:address\s+location=)"[^"]*"/,
        (_, start: string) => `${start}"${escapeAttribute(`${view.base}/${service}`)}"`,
      );
      return soap === '1.2'
        ? addressed.replace(
            'xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"',
            'xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap12/"',
          )
        : addressed;
    },
    xsd: (service, file, view) => {
      const path = wsdls.has(service) ? xsds.get(file) : undefined;
      return path === undefined ? undefined : relocated(path, service, view);
    },
  };
}
