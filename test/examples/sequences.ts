/** The messages of every noun, in an order in which they can be sent one after the other. */
import { nounNames, type Noun } from '../../src/generated/operations.js';
import { dataSets, linkage, schedules, works } from './documents.js';
import { lifeOfAnObject } from './life-of-an-object.js';
import { controls, events, readings } from './meter-nouns.js';
import { operationSets } from './operation-sets.js';
import type { Scene } from './scene.js';
import type { Step } from './step.js';

type Sequence = (noun: Noun, scene: Scene) => readonly Step[];

const special: Readonly<Partial<Record<Noun, Sequence>>> = {
  CustomerMeterDataSet: dataSets,
  EndDeviceControls: controls,
  EndDeviceEvents: events,
  MasterDataLinkageConfig: linkage,
  MeterReadings: readings,
  MeterReadSchedule: schedules,
  MeterReadSchedules: schedules,
  MeterServiceRequests: works,
};

/** Nouns that have a folder in examples/messages. */
export type Topic = Step['noun'];

export function sequenceOf(noun: Topic, scene: Scene): readonly Step[] {
  if (noun === 'OperationSet') return operationSets(noun, scene);
  return (special[noun] ?? lifeOfAnObject)(noun, scene);
}

export const sequences: readonly Topic[] = [...nounNames, 'OperationSet'];
