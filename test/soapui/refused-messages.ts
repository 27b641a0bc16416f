/** Messages that fit the schema and cannot be done: answered by a reply that says why. */
import type { Noun, Verb } from '../../src/generated/operations.js';
import type { Members } from '../examples/document.js';
import { register } from '../examples/documents.js';
import { meter, names } from '../examples/scene.js';
import type { Step } from '../examples/step.js';
import { projectScene as scene } from './noun-suites.js';

export interface Refused {
  readonly name: string;
  readonly step: Step;
  readonly details: string;
}

function refused(
  name: string,
  [noun, verb]: readonly [Noun, Verb],
  content: Members | undefined,
  [code, details]: readonly [string, string],
  more: Partial<Step> = {},
): Refused {
  return { name, step: { noun, verb, content, result: 'FAILED', code, ...more }, details };
}

const nobody = names(`NOBODY-${scene.run}`, 'MeterName');
const known = meter(scene, 1);
const control = (type: string, device: Members): Members => ({
  EndDeviceControl: [{ EndDeviceControlType: { '@ref': type }, EndDevices: [device] }],
});
const during = (start: string, end: string): Members => ({
  TimeSchedule: [{ scheduleInterval: { start: `${scene.pastDay}T${start}Z`, end: `${scene.pastDay}T${end}Z` } }],
});
const later = (address: Members): Partial<Step> => ({ header: { AsyncReplyFlag: 'true', ...address } });

export const refusals: readonly Refused[] = [
  refused('an unknown meter', ['MeterConfig', 'get'], { Meter: [nobody] }, ['2.4', '*no meter is named NOBODY*']),
  refused('a name that is taken', ['MeterConfig', 'create'], { Meter: [known] }, ['2.15', '*Meter[0]*']),
  refused(
    'a Header with another verb than the message',
    ['MeterConfig', 'create'],
    { Meter: [nobody] },
    ['2.9', '*the operation CreateMeterConfig has the verb create, not delete*'],
    { header: { Verb: 'delete' } },
  ),
  refused('no Payload', ['MeterConfig', 'change'], undefined, ['1.7', '*Payload.MeterConfig*']),
  refused('a control of an unknown meter', ['EndDeviceControls', 'create'], control('3.31.0.23', nobody), [
    '2.4',
    '*no end device is named NOBODY*',
  ]),
  refused('a control with the code of an event', ['EndDeviceControls', 'create'], control('3.31.0.68', known), [
    '2.15',
    '*code of an event*',
  ]),
  refused('a control with a code of another form', ['EndDeviceControls', 'create'], control('open', known), [
    '2.15',
    '*EndDeviceControlType*',
  ]),
  refused('a control that the head end does not have', ['EndDeviceControls', 'create'], control('3.199.0.214', known), [
    '5.2',
    '*does not support*',
  ]),
  refused('a text message without a text', ['EndDeviceControls', 'create'], control('3.13.112.77', known), [
    '5.8',
    '*PanDisplay*',
  ]),
  refused(
    'an answer later to nobody',
    ['EndDeviceControls', 'create'],
    control('3.31.0.23', known),
    ['1.5', '*ReplyAddress*'],
    later({}),
  ),
  refused(
    'an answer later to a stranger',
    ['EndDeviceControls', 'create'],
    control('3.31.0.23', known),
    ['7.7', '*ReplyAddress*registered*'],
    later({ ReplyAddress: 'http://elsewhere.example/' }),
  ),
  refused(
    'a reading type of another form',
    ['MeterReadings', 'get'],
    { EndDevice: [known], ReadingType: [{ mRID: '0.0.0' }] },
    ['2.6', '*ReadingType[0]*'],
  ),
  refused(
    'a read of an unknown meter',
    ['MeterReadings', 'get'],
    { EndDevice: [nobody], ReadingType: [{ mRID: register }] },
    ['2.4', '*NOBODY*'],
  ),
  refused(
    'a period that ends before it starts',
    ['MeterReadings', 'get'],
    { EndDevice: [known], ...during('02:00:00', '01:00:00') },
    ['5.2', '*the end is not after the start*'],
  ),
  refused('a mask of another form', ['EndDeviceEvents', 'get'], { EndDeviceEventType: [{ mRID: '3.26.*' }] }, [
    '2.15',
    '*EndDeviceEventType[0]*',
  ]),
  refused('a schedule without times', ['MeterReadSchedule', 'create'], { ReadingType: [{ mRID: register }] }, [
    '5.8',
    '*TimeSchedule*',
  ]),
];
