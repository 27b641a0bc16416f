/** Sets of operations: several nouns in one message, all of it or none. */
import type { Noun, Verb } from '../../src/generated/operations.js';
import type { Members, Value } from './document.js';
import { identified, known, type Known, type Scene } from './scene.js';
import type { Step } from './step.js';

/** A set whose operations are carried out in their order, and all or none. */
export function allOrNone(...operations: readonly (readonly [Noun, Verb, Members])[]): Members {
  return {
    enforceMsgSequence: 'true',
    enforceTransactionalIntegrity: 'true',
    Operation: operations.map(
      ([noun, verb, payload], at): Value => ({ operationId: String(at + 1), noun, verb, [`#${noun}`]: payload }),
    ),
  };
}

/** A usage point, a meter, and the link of both; `linked` is the meter of the link. */
export function newPlace(place: Known, meter: Known, linked: Known = meter): Members {
  return allOrNone(
    ['UsagePointConfig', 'create', { UsagePoint: [identified(place)] }],
    ['MeterConfig', 'create', { Meter: [identified(meter)] }],
    ['MasterDataLinkageConfig', 'create', { Meter: [{ mRID: linked.mRID }], UsagePoint: [{ mRID: place.mRID }] }],
  );
}

/** A set that is done, and one that is undone because its last operation names a meter that is not there. */
export function operationSets(noun: 'OperationSet', scene: Scene): readonly Step[] {
  const place = (letter: string): Known => known(scene, noun, 'UsagePoint', letter, 'SET-USAGE-POINT');
  const meter = (letter: string): Known => known(scene, noun, 'Meter', letter, 'SET-OF-OPERATIONS-METER');
  return [
    { noun, verb: 'execute', content: newPlace(place('A'), meter('A')), result: 'OK', code: '0.0' },
    { noun, verb: 'execute', content: newPlace(place('B'), meter('B'), meter('Z')), result: 'FAILED', code: '5.9' },
  ];
}
