export type MeterKind = 'electricity' | 'gas' | 'water';

interface Kind {
  /** As a sentence says it. */
  readonly name: string;
  /** First parts of control codes it takes: its own, 0 for any, and those of devices at the premises that it speaks for. */
  readonly deviceTypes: readonly string[];
  /** The first part of the codes of its own events. */
  readonly eventType: string;
  /** Of its register. */
  readonly unit: 'kWh' | 'm³';
}

export const KINDS: Readonly<Record<MeterKind, Kind>> = {
  electricity: {
    name: 'an electricity meter',
    deviceTypes: ['0', '2', '3', '12', '15', '16', '19', '26', '58'],
    eventType: '3',
    unit: 'kWh',
  },
  gas: { name: 'a gas meter', deviceTypes: ['0', '4', '12', '15', '26'], eventType: '4', unit: 'm³' },
  water: { name: 'a water meter', deviceTypes: ['0', '24', '26'], eventType: '24', unit: 'm³' },
};
