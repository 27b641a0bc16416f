/**
 * XSDs and templates in wsdl/ -> the finished files in wsdl/services/ and the modules in src/generated/.
 * Writes only what differs and removes what no schema asks for any more, so that a second run changes nothing.
 * Official files in wsdl/licensed/ win over ours of the same name; what differs is printed.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printCodeTables } from './codes.js';
import { compareSchemas } from './compare.js';
import { loadSchema } from './load.js';
import type { Schema } from './model.js';
import { moduleName, printModule } from './print-module.js';
import { nounsOf, printHandlers, printOperations, printProfiles, printRoots } from './print-operations.js';
import { runtimeText } from './runtime-text.js';
import { printServices } from './services.js';

/** Generates what the contract below `home` says; `say` is told what differs and what was done. Throws `ContractError`. */
export function generate(home: string, say: (line: string) => void): void {
  const wsdl = join(home, 'wsdl');
  const out = new Map<string, string>();
  const profiles = loadProfiles(wsdl, say);
  const nouns = nounsOf(profiles);

  const services = printServices({
    nouns,
    profileLocation: (file) =>
      existsSync(join(wsdl, 'licensed', file)) ? `../licensed/${file}` : `../profiles/${file}`,
    template: (file) => readFileSync(join(wsdl, 'templates', file), 'utf8'),
  });
  const messages = new Map<string, Schema>();
  for (const file of services) {
    const name = file.path.split('/').at(-1)!;
    out.set(join('wsdl/services', name), file.text);
    if (name.endsWith('Message.xsd')) messages.set(name.replace('.xsd', ''), loadSchema(name, file.text));
  }

  const all = [...profiles, ...messages.values()];
  const set = new Map(all.map((s) => [s.namespace, s]));
  for (const schema of all) out.set(`src/generated/${moduleName(schema)}.ts`, printModule(schema, set));
  out.set('src/generated/runtime.ts', runtimeText);
  out.set('src/generated/operations.ts', printOperations(nouns, messages));
  out.set('src/generated/handlers.ts', printHandlers(nouns));
  out.set('src/generated/profiles.ts', printProfiles(profiles));
  out.set('src/generated/roots.ts', printRoots(profiles));
  for (const file of printCodeTables((name) => readFileSync(join(wsdl, 'codes', name), 'utf8')))
    out.set(join('src/generated', file.path), file.text);
  write(home, out, say);
}

/** Our profiles, each replaced by the licensed file of the same name if there is one. */
function loadProfiles(wsdl: string, say: (line: string) => void): Schema[] {
  const names = new Set([...xsdsIn(join(wsdl, 'profiles')), ...xsdsIn(join(wsdl, 'licensed'))]);
  return [...names].sort().map((name) => {
    const ours = existsSync(join(wsdl, 'profiles', name))
      ? loadSchema(name, readFileSync(join(wsdl, 'profiles', name), 'utf8'))
      : undefined;
    const path = join(wsdl, 'licensed', name);
    if (!existsSync(path)) return ours!;
    const licensed = loadSchema(name, readFileSync(path, 'utf8'));
    if (ours) for (const line of compareSchemas(ours, licensed)) say(`licensed ${name}: ${line}`);
    else say(`licensed ${name}: new, ours has no such file`);
    return licensed;
  });
}

function xsdsIn(path: string): string[] {
  return existsSync(path) ? readdirSync(path).filter((f) => f.endsWith('.xsd')) : [];
}

function write(home: string, out: ReadonlyMap<string, string>, say: (line: string) => void): void {
  let written = 0;
  for (const [path, text] of out) {
    const full = join(home, path);
    if (existsSync(full) && readFileSync(full, 'utf8') === text) continue;
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
    written++;
  }
  let removed = 0;
  for (const folder of ['wsdl/services', 'src/generated', 'src/generated/codes']) {
    for (const entry of existsSync(join(home, folder))
      ? readdirSync(join(home, folder), { withFileTypes: true })
      : []) {
      const path = join(folder, entry.name);
      if (!entry.isFile() || out.has(path)) continue;
      rmSync(join(home, path));
      removed++;
    }
  }
  say(`generated ${out.size} files: ${written} written, ${removed} removed, ${out.size - written} unchanged`);
}
