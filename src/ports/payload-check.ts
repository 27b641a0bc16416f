/** Holds a payload that nobody has sent against the schema of its noun. Implemented over contract/, handed in by main.ts. */
import type { Finding } from '../message/finding.js';

export interface PayloadCheck {
  /**
   * What is wrong with a payload root (the typed value of e.g. `MeterConfig`), with paths such as `MeterConfig.Meter.serialNumber`; an
   * entry of several of its name has an index.
   */
  findings(noun: string, root: object): readonly Finding[];
}
