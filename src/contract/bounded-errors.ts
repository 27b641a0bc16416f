/**
 * Bounds what libxml2 tells about one document. libxml2-wasm keeps every error together with the XPath of its element, and an
 * XPath takes as long as the element has siblings before it: 250 kB of equal mistakes held a thread for two seconds, 8 MiB for
 * minutes. With this module loaded the first errors are kept in full and the rest is only counted.
 */
import * as library from 'libxml2-wasm/lib/libxml2.mjs';
import type { ErrorDetail } from 'libxml2-wasm';

/** Errors of one document that are kept with their message and place. */
export const mostErrors = 200;

/** Stands for an error above that number. */
export const untold: ErrorDetail = Object.freeze({ message: '', level: 2, line: 0, col: 0 });

/** Not in the library's type declarations: makes a function callable from libxml2. */
const { addFunction } = library as unknown as { readonly addFunction: (called: unknown, signature: string) => number };
const { error, xmlGetNodePath, XmlErrorStruct } = library;

const warning = 1;

error.errorCollector = addFunction((index: number, raw: Parameters<typeof XmlErrorStruct.node>[0]) => {
  const kept = error.storage.get(index);
  const level = XmlErrorStruct.level(raw);
  if (kept.length >= mostErrors) {
    if (level > warning) kept.push(untold);
    return;
  }
  const xpath = xmlGetNodePath(XmlErrorStruct.node(raw));
  kept.push({
    message: XmlErrorStruct.message(raw),
    level,
    line: XmlErrorStruct.line(raw),
    col: XmlErrorStruct.col(raw),
    ...(xpath !== null && { xpath }),
  });
}, 'vii');
