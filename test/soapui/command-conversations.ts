/** Conversations about commands: each asked for later, with the final reply fetched. */
import type { Members } from '../examples/document.js';
import { answeredLater } from '../examples/meter-nouns.js';
import { idOf, meter, names } from '../examples/scene.js';
import { conversation, correlation, done, finalReply, inHand, told } from './conversation.js';
import type { TestCase } from './model.js';
import { projectScene as scene, xpath } from './noun-suites.js';

const noun = 'EndDeviceControls';
const accepted = ['OK', '0.3'] as const;

const control = (type: string, devices: readonly Members[], more: Members = {}): Members => ({
  EndDeviceControl: [{ EndDeviceControlType: { '@ref': type }, EndDevices: devices, ...more }],
});

/** A change of the supply, and the event that tells of it. */
function supply(topic: string, says: string, type: string, event: string, reason: string): TestCase {
  const later = correlation(topic);
  const newest = { Option: [{ name: 'Newest', value: '1' }] };
  const about = { Meter: [meter(scene, 4)], EndDeviceEventType: [{ mRID: event }] };
  return conversation(topic, `${says}, with the event of the outcome.`, [
    told(says, [noun, 'create'], control(type, [meter(scene, 4)], { reason }), {
      header: answeredLater(later),
      outcome: accepted,
    }),
    finalReply(noun, later),
    told('the event of the outcome', ['EndDeviceEvents', 'get'], about, {
      request: newest,
      holds: [
        xpath('Code of the event', '//obj:EndDeviceEventType/@ref', event, 'EndDeviceEvents'),
        xpath('Meter', '//obj:Assets/obj:Names/obj:name', scene.meters[3]!, 'EndDeviceEvents'),
      ],
    }),
  ]);
}

function textMessage(): TestCase {
  const topic = 'Text message';
  const later = correlation(topic);
  const withdrawn = correlation(topic, 2);
  const mRID = idOf(scene, `control ${topic}`, 1);
  const named = { EndDeviceControl: [{ mRID, EndDeviceControlType: { '@ref': '3.13.112.77' } }] };
  const PanDisplay = { duration: '60', priority: 'normal', textMessage: 'Planned outage on Tuesday, 9 to 11 o’clock' };
  return conversation(topic, 'A text is shown at two meters, and withdrawn.', [
    told(
      'a text for two meters',
      [noun, 'create'],
      control('3.13.112.77', [meter(scene, 7), meter(scene, 8)], { mRID, PanDisplay }),
      {
        header: answeredLater(later),
        outcome: accepted,
      },
    ),
    finalReply(noun, later),
    told('it is withdrawn', [noun, 'close'], named, { header: answeredLater(withdrawn), outcome: accepted }),
    finalReply(noun, withdrawn, done, [], 'the final reply of that'),
  ]);
}

function ping(): TestCase {
  const topic = 'Ping';
  const later = correlation(topic);
  const nobody = names(`NOBODY-${scene.run}`, 'MeterName');
  return conversation(topic, 'A meter that is there, and one that is not.', [
    told('a ping of two meters', [noun, 'create'], control('3.1.111.30', [meter(scene, 4), nobody]), {
      header: answeredLater(later),
      outcome: ['PARTIAL', '0.3'],
    }),
    finalReply(
      noun,
      later,
      ['PARTIAL', '0.2'],
      [
        xpath('Details', '//msg:Error[1]/msg:details', '*1 of 2 devices have done it*'),
        xpath('Who is missing', '//msg:Error/msg:details', '*NOBODY*'),
      ],
    ),
  ]);
}

function demandResponse(): TestCase {
  const topic = 'Demand response called off';
  const later = correlation(topic);
  const { futureDay } = scene;
  const event = {
    PanDemandResponse: { coolingOffset: '2', duration: '120', startDateTime: `${futureDay}T17:00:00Z` },
    primaryDeviceTiming: { interval: { start: `${futureDay}T17:00:00Z`, end: `${futureDay}T19:00:00Z` } },
  };
  return conversation(topic, 'A load control of a day to come is accepted, looked at, and canceled before it starts.', [
    told(
      'load control of two meters',
      [noun, 'create'],
      control('3.15.43.300', [meter(scene, 7), meter(scene, 8)], event),
      {
        header: answeredLater(later),
        outcome: accepted,
      },
    ),
    inHand(noun, later, ['PARTIAL', '0.1'], [xpath('Details', '//msg:Error[1]/msg:details', '*2 *')]),
    told('it is called off', [noun, 'cancel'], {}, { header: { CorrelationID: later } }),
    finalReply(
      noun,
      later,
      ['FAILED', '6.5'],
      [xpath('Details', '//msg:Error[1]/msg:details', '*canceled by the caller*')],
    ),
  ]);
}

export const commandConversations: readonly TestCase[] = [
  supply('Disconnect', 'a meter is disconnected', '3.31.0.23', '3.31.0.68', 'moved out'),
  supply('Reconnect', 'the meter is connected again', '3.31.0.18', '3.31.0.42', 'moved in'),
  textMessage(),
  ping(),
  demandResponse(),
];
