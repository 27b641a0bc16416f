/** Bounds for documents that come from the user's own disk. */
import type { DocumentLimits } from '../contract/scan.js';

export const generous: DocumentLimits = {
  depth: 256,
  attributes: 1024,
  attributeValue: 1 << 24,
  name: 1 << 16,
  text: 1 << 28,
  nodes: 1 << 27,
  children: 1 << 26,
};
