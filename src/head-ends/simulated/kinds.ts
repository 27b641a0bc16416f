import type { MeterKind } from '../../ports/simulator.js';

interface Kind {
  /** What its name has between `SIM-` and the number. */
  readonly infix: string;
  /** As a sentence says it. */
  readonly name: string;
  /** The first part of the codes of its controls and events. */
  readonly type: string;
  /** Of its register. */
  readonly unit: 'kWh' | 'm³';
}

export const KINDS: Readonly<Record<MeterKind, Kind>> = {
  electricity: { infix: '', name: 'an electricity meter', type: '3', unit: 'kWh' },
  gas: { infix: 'GAS-', name: 'a gas meter', type: '4', unit: 'm³' },
  water: { infix: 'WATER-', name: 'a water meter', type: '24', unit: 'm³' },
};
