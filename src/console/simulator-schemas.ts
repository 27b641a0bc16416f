/** Schemas of what the API takes and tells of a simulated head end. */
import type { JsonObject } from '../ports/object-store.js';
import { scenarios, switchPositions } from '../ports/simulator.js';
import { object, text, time, whole } from './schema-parts.js';

const flag = { type: 'boolean' } as const;
const number = { type: 'number' } as const;

const selection = {
  meters: { type: 'array', items: text, maxItems: 10_000, description: 'Names of meters.' },
  count: { ...whole, minimum: 0, description: 'So many, neighbours of each other.' },
  share: { ...number, minimum: 0, maximum: 1, description: 'Each meter by this chance.' },
} as const;

/** One of the three ways to say which meters, beside other members. */
function selecting(others: JsonObject, required: readonly string[] = Object.keys(others)): JsonObject {
  return {
    oneOf: Object.entries(selection).map(([name, schema]) =>
      object({ [name]: schema, ...others }, [name, ...required]),
    ),
  };
}

const shown = object({ text, until: time }, ['text']);
const meterParts = {
  ...{ name: text, mRID: text, kind: { enum: ['electricity', 'gas', 'water'] }, usagePoint: text, at: time },
  ...{ commissioned: flag, reachable: flag, powered: flag, solar: flag },
  load: { ...whole, description: 'W delivered to the customer; of gas and water litres an hour.' },
  forward: { ...whole, description: 'The register in Wh; of gas and water in litres.' },
  reverse: { ...whole, description: 'The register of what was fed in, in Wh.' },
  ...{ switchPosition: { enum: switchPositions }, switchEnabled: flag, armedForOpen: flag },
  ...{ supplyLimit: flag, emergencyLimit: flag },
  loadEvents: {
    type: 'array',
    items: object({ id: text, from: time, to: time, flow: { enum: ['forward', 'reverse'] }, share: whole }, [
      ...['id', 'from', 'flow', 'share'],
    ]),
  },
  settings: { type: 'object', additionalProperties: text },
} as const;

export const simulatorSchemas: JsonObject = {
  Simulator: object({
    ...{ name: text, now: time, speed: number },
    meters: object({ electricity: whole, gas: whole, water: whole }),
    ...{ out: whole, touched: whole },
  }),
  SimulatorSpeed: object({ speed: { ...number, exclusiveMinimum: 0, maximum: 100_000 } }),
  SimulatedMeter: object(
    { ...meterParts, scenario: { enum: scenarios }, message: shown, price: shown },
    Object.keys(meterParts),
  ),
  SwitchPosition: object({ position: { enum: switchPositions } }),
  Incident: selecting({ spread: { ...whole, minimum: 0, maximum: 3_600_000, description: 'Milliseconds.' } }, []),
  SimulatedEvent: selecting({ eventType: text, facts: { type: 'object', additionalProperties: text } }, ['eventType']),
  SimulatedScenario: selecting({ scenario: { enum: [...scenarios, 'normal'] } }),
  Concerned: object({ meters: { ...whole, description: 'How many meters it concerned.' } }),
};
