/** The messages of commands, events and readings. */
import type { Noun, Verb } from '../../src/generated/operations.js';
import type { Members } from './document.js';
import { register } from './documents.js';
import { expected } from './life-of-an-object.js';
import { idOf, known, meter, type Scene } from './scene.js';
import type { Step } from './step.js';

/** Header of a request that is answered later, to be fetched. */
export function answeredLater(correlationId: string): Members {
  return { AsyncReplyFlag: 'true', ReplyAddress: 'poll', CorrelationID: correlationId };
}

/** A is a load control of a day to come, B a text that is shown at once; C and D are told by another system. */
export function controls(noun: Noun, scene: Scene): readonly Step[] {
  const { futureDay } = scene;
  const mRID = (letter: string): string => known(scene, noun, 'EndDeviceControl', letter).mRID;
  const control = (letter: string, members: Members): Members => ({
    EndDeviceControl: [{ mRID: mRID(letter), ...members }],
  });
  const hours = (start: string, end: string): Members => ({
    primaryDeviceTiming: { interval: { start: `${futureDay}T${start}:00Z`, end: `${futureDay}T${end}:00Z` } },
  });
  const loadControl = { EndDeviceControlType: { '@ref': '3.15.43.300' }, EndDevices: [meter(scene, 1)] };
  const [a, b] = [
    {
      mRID: mRID('A'),
      ...loadControl,
      PanDemandResponse: {
        coolingOffset: '2',
        duration: '120',
        startDateTime: `${futureDay}T17:00:00Z`,
      },
      ...hours('17:00', '19:00'),
    },
    {
      mRID: mRID('B'),
      EndDeviceControlType: { '@ref': '3.13.112.77' },
      EndDevices: [meter(scene, 2)],
      PanDisplay: { duration: '60', priority: 'normal', textMessage: 'Planned outage on Tuesday, 9 to 11 o’clock' },
    },
  ];
  const told = (reason: string): Members => ({ ...loadControl, ...hours('10:00', '11:00'), reason });
  const step = (verb: Verb, content: Members, more: Partial<Step> = {}): Step => ({
    noun,
    verb,
    content,
    ...expected(noun, verb, true),
    ...more,
  });
  return [
    step(
      'create',
      { EndDeviceControl: [a, b] },
      { header: answeredLater(idOf(scene, `correlation ${noun}`, 1)), code: '0.3' },
    ),
    step('get', control('A', {})),
    step('change', control('A', { ...loadControl, ...hours('18:00', '20:00') })),
    step('cancel', control('A', { EndDeviceControlType: { '@ref': '3.15.43.300' } })),
    step('close', control('B', { EndDeviceControlType: { '@ref': '3.13.112.77' } }), { waits: true }),
    step('delete', control('A', { EndDeviceControlType: { '@ref': '3.15.43.300' } }), { waits: true }),
    step('created', { EndDeviceControl: [{ mRID: mRID('C'), ...told('hot day') }, { mRID: mRID('D'), ...told('test') }] }),
    step('changed', control('C', told('very hot day'))),
    step('closed', control('C', told('very hot day'))),
    step('deleted', control('C', told('very hot day'))),
    step('canceled', control('D', told('test'))),
  ];
}

export function events(noun: Noun, scene: Scene): readonly Step[] {
  const event = (letter: string, type: string, at: string, more: Members = {}): Members => ({
    mRID: known(scene, noun, 'EndDeviceEvent', letter).mRID,
    createdDateTime: `${scene.pastDay}T${at}Z`,
    Assets: meter(scene, letter.charCodeAt(0) - 62),
    EndDeviceEventType: { '@ref': type },
    ...more,
  });
  const outage = event('A', '3.26.0.85', '08:15:00');
  const tamper = event('B', '3.12.29.39', '08:17:00', { EndDeviceEventDetails: [{ name: 'cover', value: 'main' }] });
  const restoration = event('C', '3.26.0.216', '08:40:00');
  const step = (verb: Verb, ...content: readonly Members[]): Step => ({
    noun,
    verb,
    content: { EndDeviceEvent: content },
    ...expected(noun, verb, true),
  });
  return [
    step('created', outage, tamper, restoration),
    step('get', { mRID: outage['mRID']! }),
    step('changed', { ...outage, severity: 'high' }),
    step('closed', { ...outage, severity: 'high' }),
    step('canceled', tamper),
    step('deleted', restoration),
    step('create', outage),
    step('change', outage),
    step('close', outage),
    step('cancel', outage),
    step('delete', outage),
  ];
}

export function readings(noun: Noun, scene: Scene): readonly Step[] {
  const at = (time: string): string => `${scene.pastDay}T${time}Z`;
  const reading = (value: string, more: Members = {}): Members => ({
    MeterReading: [
      {
        Meter: meter(scene, 6),
        Readings: [{ timeStamp: at('08:15:00'), value, ReadingType: { '@ref': register }, ...more }],
      },
    ],
  });
  const stored: Members = {
    EndDevice: [meter(scene, 6)],
    ReadingType: [{ mRID: register }],
    TimeSchedule: [{ scheduleInterval: { start: at('08:00:00'), end: at('09:00:00') } }],
  };
  const read = reading('20815.370');
  const corrected = reading('20816.370', {
    ReadingQualities: [{ comment: 'a digit was misread', ReadingQualityType: { '@ref': '3.7.1' } }],
  });
  const step = (verb: Verb, content: Members, more: Partial<Step> = {}): Step => ({
    noun,
    verb,
    content,
    ...expected(noun, verb, true),
    ...more,
  });
  return [
    step('created', read),
    step('get', stored, { request: { Option: [{ name: 'Source', value: 'stored' }] } }),
    step('changed', corrected),
    ...(['create', 'change', 'close', 'cancel', 'delete', 'closed', 'canceled', 'deleted'] as const).map((verb) =>
      step(verb, read),
    ),
  ];
}
