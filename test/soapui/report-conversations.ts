/** Conversations about what meters tell: reads on request, outages, tampers. */
import type { Members } from '../examples/document.js';
import { register } from '../examples/documents.js';
import { answeredLater } from '../examples/meter-nouns.js';
import { idOf, meter, names } from '../examples/scene.js';
import { conversation, correlation, finalReply, told } from './conversation.js';
import type { TestCase } from './model.js';
import { projectScene as scene, xpath } from './noun-suites.js';

const nobody = names(`NOBODY-${scene.run}`, 'MeterName');

function onRequest(): TestCase {
  const topic = 'On-request read';
  const later = correlation(topic);
  const asked = (...meters: readonly Members[]): Members => ({
    EndDevice: meters,
    ReadingType: [{ mRID: register }],
  });
  const fromTheMeter = { Option: [{ name: 'Source', value: 'headEnd' }] };
  return conversation(topic, 'The register of one meter at once, and of two meters later.', [
    told('the register of a meter, read now', ['MeterReadings', 'get'], asked(meter(scene, 4)), {
      request: fromTheMeter,
      holds: [
        xpath('Meter', '//obj:MeterReading/obj:Meter/obj:Names/obj:name', scene.meters[3]!, 'MeterReadings'),
        xpath('Reading type', '//obj:Readings/obj:ReadingType/@ref', register, 'MeterReadings'),
      ],
    }),
    told(
      'of two meters and one that is not there',
      ['MeterReadings', 'get'],
      asked(meter(scene, 4), meter(scene, 5), nobody),
      { request: fromTheMeter, header: answeredLater(later), outcome: ['PARTIAL', '0.3'] },
    ),
    finalReply(
      'MeterReadings',
      later,
      ['PARTIAL', '0.2'],
      [
        xpath('Details', '//msg:Error[1]/msg:details', '*2 of 3 meters answered*'),
        xpath('Meter', '//obj:MeterReading/obj:Meter/obj:Names/obj:name', scene.meters[4]!, 'MeterReadings'),
        xpath('Who is missing', '//msg:Error/msg:details', '*NOBODY*'),
      ],
    ),
  ]);
}

const event = (
  topic: string,
  number: number,
  at: string,
  device: number,
  type: string,
  more: Members = {},
): Members => ({
  mRID: idOf(scene, topic, number),
  createdDateTime: `${scene.pastDay}T${at}Z`,
  Assets: meter(scene, device),
  EndDeviceEventType: { '@ref': type },
  ...more,
});

const reported = (...list: readonly Members[]): Members => ({ EndDeviceEvent: list });

const mRIDIs = (name: string, topic: string, number: number): ReturnType<typeof xpath> =>
  xpath(name, '//obj:EndDeviceEvent/obj:mRID', idOf(scene, topic, number), 'EndDeviceEvents');

function outage(): TestCase {
  const topic = 'Outage and restoration';
  const lost = '3.26.0.85';
  const back = '3.26.0.216';
  const morning = {
    StartTime: `${scene.pastDay}T10:00:00Z`,
    EndTime: `${scene.pastDay}T11:00:00Z`,
  };
  const byMask = { Meter: [meter(scene, 5)], EndDeviceEventType: [{ mRID: '3.26.*.*' }] };
  return conversation(topic, 'Two meters lose their supply and get it back; an outage management system looks it up.', [
    told(
      'two meters without supply',
      ['EndDeviceEvents', 'created'],
      reported(event(topic, 1, '10:15:00', 5, lost), event(topic, 2, '10:15:02', 6, lost)),
    ),
    told(
      'one of them in the code of an older numbering',
      ['EndDeviceEvents', 'created'],
      reported(event(topic, 3, '10:15:04', 7, '3.26.9.185')),
    ),
    told(
      'they have it back',
      ['EndDeviceEvents', 'created'],
      reported(event(topic, 4, '10:40:00', 5, back), event(topic, 5, '10:40:01', 6, back)),
    ),
    told('power events of a meter in that hour', ['EndDeviceEvents', 'get'], byMask, {
      request: morning,
      holds: [mRIDIs('Outage', topic, 1), mRIDIs('Restoration', topic, 4)],
    }),
    told(
      'the present code of the older one',
      ['EndDeviceEvents', 'get'],
      { EndDeviceEvent: [{ mRID: idOf(scene, topic, 3) }] },
      { holds: [xpath('Code of the event', '//obj:EndDeviceEventType/@ref', lost, 'EndDeviceEvents')] },
    ),
  ]);
}

function tamper(): TestCase {
  const topic = 'Tamper';
  const details = { EndDeviceEventDetails: [{ name: 'cover', value: 'main' }] };
  return conversation(topic, 'A meter tells that its cover was opened.', [
    told(
      'a cover was opened',
      ['EndDeviceEvents', 'created'],
      reported(event(topic, 1, '03:12:00', 8, '3.12.29.39', details)),
    ),
    told(
      'what is known of it',
      ['EndDeviceEvents', 'get'],
      { EndDeviceEvent: [{ mRID: idOf(scene, topic, 1) }] },
      {
        holds: [
          xpath('Which cover', '//obj:EndDeviceEventDetails/obj:value', 'main', 'EndDeviceEvents'),
          xpath('Meter', '//obj:Assets/obj:Names/obj:name', scene.meters[7]!, 'EndDeviceEvents'),
        ],
      },
    ),
  ]);
}

export const reportConversations: readonly TestCase[] = [onRequest(), outage(), tamper()];
