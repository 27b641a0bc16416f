/** WSDLs and XSDs as they are served: a fixed map in memory, addresses and locations rewritten to the host that was asked. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeAttribute } from '../contract/xml-writer.js';

export interface ContractFiles {
  /** WSDL of a service, undefined when there is none. `base` is the address of the gateway as the client sees it. */
  wsdl(service: string, base: string, soap: '1.1' | '1.2'): string | undefined;
  xsd(service: string, file: string, base: string): string | undefined;
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
  const relocate = (text: string, service: string, base: string): string =>
    text.replace(
      /schemaLocation="(?:[^"]*\/)?([^"/]+\.xsd)"/g,
      (_, file: string) => `schemaLocation="${escapeAttribute(`${base}/soap/${service}?xsd=${file}`)}"`,
    );
  return {
    wsdl: (service, base, soap) => {
      const text = wsdls.get(service);
      if (text === undefined) return undefined;
      const addressed = relocate(text, service, base).replace(
        /(<soap:address\s+location=)"[^"]*"/,
        (_, start: string) => `${start}"${escapeAttribute(`${base}/soap/${service}`)}"`,
      );
      return soap === '1.2'
        ? addressed.replace(
            'xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"',
            'xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap12/"',
          )
        : addressed;
    },
    xsd: (service, file, base) => {
      const text = wsdls.has(service) ? xsds.get(file) : undefined;
      return text === undefined ? undefined : relocate(text, service, base);
    },
  };
}
