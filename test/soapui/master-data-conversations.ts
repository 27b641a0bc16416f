/** Conversations about master data: exchange of a meter, change of the supplier, prepayment, sets of operations. */
import type { Noun } from '../../src/generated/operations.js';
import type { Members, Value } from '../examples/document.js';
import { creating, register } from '../examples/documents.js';
import { identified, idOf, known, type Known } from '../examples/scene.js';
import { conversation, told, type Said } from './conversation.js';
import type { TestCase } from './model.js';
import { projectScene as scene, xpath } from './noun-suites.js';

/** An object of a conversation. */
const one = (topic: string, kind: string, letter = 'A'): Known =>
  known(scene, topic, kind, letter, `${topic} ${kind}`.replaceAll(' ', '-').toUpperCase());

const newObjects = (says: string, noun: Noun, ...objects: readonly Known[]): Said => ({
  says,
  step: creating(scene, noun, objects),
});

const linking = (...objects: readonly Known[]): Members =>
  Object.fromEntries(objects.map(({ kind, mRID }) => [kind, [{ mRID }]]));

const from = (day: string, reason: string): Members => ({
  ConfigurationEvent: { effectiveDateTime: `${day}T00:00:00Z`, reason },
});

function meterExchange(): TestCase {
  const topic = 'Meter exchange';
  const [before, after] = [one(topic, 'Meter', 'A'), one(topic, 'Meter', 'B')];
  const place = one(topic, 'UsagePoint');
  const last = {
    MeterReadings: [
      {
        Readings: [
          {
            reason: 'removal',
            timeStamp: `${scene.pastDay}T09:00:00Z`,
            value: '20815.370',
            ReadingType: { '@ref': register },
          },
        ],
      },
    ],
  };
  const work = {
    MeterServiceWork: [{ kind: 'meter', Meter: { mRID: after.mRID }, OldMeter: { mRID: before.mRID, ...last } }],
  };
  return conversation(topic, 'A work puts another meter in the place of one; its last reading is kept.', [
    newObjects('a usage point', 'UsagePointConfig', place),
    newObjects('its meter, and the one to come', 'MeterConfig', before, after),
    told('the meter is there', ['MasterDataLinkageConfig', 'create'], linking(before, place)),
    told('the work', ['MeterServiceRequests', 'create'], work),
    told('it is done', ['MeterServiceRequests', 'close'], work),
    told(
      'the new meter has the place',
      ['MasterDataLinkageConfig', 'get'],
      { Meter: [{ mRID: after.mRID }] },
      {
        holds: [xpath('Usage point', '//obj:UsagePoint/obj:mRID', place.mRID, 'MasterDataLinkageConfig')],
      },
    ),
    told(
      'the last reading of the old one',
      ['MeterReadings', 'get'],
      {
        EndDevice: [{ mRID: before.mRID }],
        ReadingType: [{ mRID: register }],
        TimeSchedule: [
          { scheduleInterval: { start: `${scene.pastDay}T08:00:00Z`, end: `${scene.pastDay}T10:00:00Z` } },
        ],
      },
      {
        request: { Option: [{ name: 'Source', value: 'stored' }] },
        holds: [xpath('Value', '//obj:Readings/obj:value', '20815.370', 'MeterReadings')],
      },
    ),
  ]);
}

function supplierSwitching(): TestCase {
  const topic = 'Customer switching';
  const noun = 'MasterDataLinkageConfig';
  const place = one(topic, 'UsagePoint');
  const [oldSupplier, newSupplier] = [one(topic, 'ServiceSupplier', 'A'), one(topic, 'ServiceSupplier', 'B')];
  const [oldAgreement, newAgreement] = [one(topic, 'CustomerAgreement', 'A'), one(topic, 'CustomerAgreement', 'B')];
  const { pastDay, futureDay } = scene;
  const before = linking(oldAgreement, oldSupplier, place);
  const after = linking(newAgreement, newSupplier, place);
  return conversation(topic, 'A customer has another supplier from a day to come on.', [
    newObjects('a usage point', 'UsagePointConfig', place),
    newObjects('two suppliers', 'ServiceSupplierConfig', oldSupplier, newSupplier),
    newObjects('an agreement with each', 'CustomerAgreementConfig', oldAgreement, newAgreement),
    told('the first one supplies', [noun, 'create'], { ...from(pastDay, 'moved in'), ...before }),
    told(
      'the second one as well is refused',
      [noun, 'create'],
      { ...from(futureDay, 'supplier switched'), ...after },
      {
        outcome: ['FAILED', '2.26'],
      },
    ),
    told(
      'the first one ends',
      [noun, 'close'],
      { ...from(futureDay, 'supplier switched'), ...before },
      {
        outcome: ['OK', '0.3'],
      },
    ),
    told('the second one begins', [noun, 'create'], { ...from(futureDay, 'supplier switched'), ...after }),
    told(
      'who supplies as of that day',
      [noun, 'get'],
      { UsagePoint: [{ mRID: place.mRID }] },
      {
        request: { Option: [{ name: 'AsOf', value: `${futureDay}T00:00:00Z` }] },
        holds: [xpath('Supplier', '//obj:ServiceSupplier/obj:mRID', newSupplier.mRID, noun)],
      },
    ),
    told(
      'and now',
      [noun, 'get'],
      { UsagePoint: [{ mRID: place.mRID }] },
      {
        request: { Option: [{ name: 'AsOf', value: `${pastDay}T12:00:00Z` }] },
        holds: [xpath('Supplier', '//obj:ServiceSupplier/obj:mRID', oldSupplier.mRID, noun)],
      },
    ),
  ]);
}

function prepayment(): TestCase {
  const topic = 'Reversal of a sale';
  const noun = 'TransactionRecord';
  const transaction = (number: number, kind: string, amount: string, more: Members = {}): Members => ({
    Transaction: [{ mRID: idOf(scene, topic, number), kind, line: { amount }, ...more }],
  });
  const reversing = { reversedId: idOf(scene, topic, 1) };
  return conversation(topic, 'A sale at the counter was a mistake, and is reversed once.', [
    told('a token is sold', [noun, 'create'], transaction(1, 'tokenSalePayment', '20.00')),
    told('the sale is reversed', [noun, 'create'], transaction(2, 'transactionReversal', '-20.00', reversing)),
    told('a second time is refused', [noun, 'create'], transaction(3, 'transactionReversal', '-20.00', reversing), {
      outcome: ['FAILED', '6.1'],
    }),
  ]);
}

function operationSets(): TestCase {
  const topic = 'Operation set';
  const operations = (...list: readonly (readonly [Noun, string, Members])[]): Members => ({
    enforceMsgSequence: 'true',
    enforceTransactionalIntegrity: 'true',
    Operation: list.map(([noun, verb, payload], at): Value => ({
      operationId: String(at + 1),
      noun,
      verb,
      [`#${noun}`]: payload,
    })),
  });
  const whole = (letter: string, linked: Known): Members => {
    const [meter, place] = [one(topic, 'Meter', letter), one(topic, 'UsagePoint', letter)];
    return operations(
      ['UsagePointConfig', 'create', { UsagePoint: [identified(place)] }],
      ['MeterConfig', 'create', { Meter: [identified(meter)] }],
      ['MasterDataLinkageConfig', 'create', linking(linked, place)],
    );
  };
  return conversation(topic, 'A usage point, a meter and their link: all of them or none.', [
    told('all of them', ['OperationSet', 'execute'], whole('A', one(topic, 'Meter', 'A'))),
    told('a link with a meter that is not there', ['OperationSet', 'execute'], whole('B', one(topic, 'Meter', 'Z')), {
      outcome: ['FAILED', '5.9'],
      holds: [
        xpath('Which operation', '//msg:Error/msg:operationId', '3'),
        xpath(
          'What is wrong',
          '//msg:Error/msg:details',
          '*OperationSet.Operation[2].MasterDataLinkageConfig.Meter[0]: no meter*',
        ),
      ],
    }),
    told('the link of the first', ['MasterDataLinkageConfig', 'get'], {
      Meter: [{ mRID: one(topic, 'Meter', 'A').mRID }],
    }),
    told(
      'nothing of the second',
      ['MeterConfig', 'get'],
      { Meter: [{ mRID: one(topic, 'Meter', 'B').mRID }] },
      {
        outcome: ['FAILED', '2.4'],
      },
    ),
  ]);
}

export const masterDataConversations: readonly TestCase[] = [
  meterExchange(),
  supplierSwitching(),
  prepayment(),
  operationSets(),
];
