/**
 * WSDLs and XSDs as they are served: a fixed map in memory, addresses and locations rewritten to the host that was asked, namespaces
 * to the era or the dialect.
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
      if (file.endsWith('.wsdl')) wsdls.set(file.slice(0, -5), readFileSync(join(path, file), 'utf8'));
      else if (file.endsWith('.xsd')) xsds.set(file, readFileSync(join(path, file), 'utf8'));
    }
  }
  const relocate = (text: string, service: string, { base, spelling, query }: ContractView): string =>
    spelledFile(text, spelling).replace(
      /schemaLocation="(?:[^"]*\/)?([^"/]+\.xsd)"/g,
      (_, file: string) => `schemaLocation="${escapeAttribute(`${base}/${service}?xsd=${file}${query}`)}"`,
    );
  return {
    wsdl: (service, view, soap) => {
      const text = wsdls.get(service);
      if (text === undefined) return undefined;
      const addressed = relocate(text, service, view).replace(
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
      const text = wsdls.has(service) ? xsds.get(file) : undefined;
      return text === undefined ? undefined : relocate(text, service, view);
    },
  };
}
