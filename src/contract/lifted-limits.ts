/** Limits for documents that are our own: what we have written, and the files of the contract. */
import type { DocumentLimits } from './scan.js';

export const liftedLimits: DocumentLimits = {
  depth: 1024,
  attributes: 1024,
  attributeValue: Infinity,
  name: Infinity,
  text: Infinity,
  nodes: Infinity,
  children: Infinity,
};
