/**
 * Operation sets of 1,000 operations on several nouns with controls among them, answered at once and later by turns; every third must
 * be undone as a whole, because its last operation fails. Whenever one looks, either all of a set is there or nothing of it.
 */
const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
const envelopeNamespace = 'http://iec.ch/TC57/2011/schema/message';
const operations = 1_000;
/** Each so many operations there is a control. */
const stride = 100;
const controls = operations / stride;

const isUndone = (number) => number % 3 === 0;
const isLater = (number) => number % 2 === 0;
const idOf = (number, kind, at) => `set-${number}-${kind}-${at}.`;

function operation(at, noun, verb, inside) {
  const root = verb === 'get' ? `Get${noun}` : noun;
  return `<h:Operation><h:operationId>${at + 1}</h:operationId><h:noun>${noun}</h:noun><h:verb>${verb}</h:verb><${root} xmlns="http://iec.ch/TC57/2011/${root}#">${inside}</${root}></h:Operation>`;
}
const object = (kind, mRID, more = '') => `<${kind}><mRID>${mRID}</mRID>${more}</${kind}>`;

/** What stands at a place of a set, as far as it makes something: the kind of it. */
function kindAt(at) {
  if (at % stride === stride / 2) return 'control';
  return ['meter', 'point', 'link', 'customer', 'change'][at % 5];
}
const nouns = {
  meter: ['MeterConfig', 'Meter'],
  point: ['UsagePointConfig', 'UsagePoint'],
  customer: ['CustomerConfig', 'Customer'],
};
const ofControls = ['EndDeviceControls', 'EndDeviceControl'];
const placesOf = (number, kind) =>
  Array.from({ length: operations }, (_, at) => at).filter(
    (at) => kindAt(at) === kind && !(isUndone(number) && at === operations - 1),
  );

/** @param nameOf,mRIDOf of a meter that the head end has */
export function setWorkload({ nameOf, mRIDOf }) {
  function operationAt(number, meters, at) {
    if (isUndone(number) && at === operations - 1)
      return operation(at, 'MeterConfig', 'create', object('Meter', mRIDOf(1))); // it is there
    const kind = kindAt(at);
    if (kind === 'control') {
      const meter = meters[Math.floor(at / stride)];
      const tracking = `${isUndone(number) ? 'undone' : 'set'}-${number}-${at}`;
      const inside = `<issuerTrackingID>${tracking}</issuerTrackingID><EndDeviceControlType ref="3.31.0.23"/><EndDevices><Names><name>${nameOf(meter)}</name></Names></EndDevices>`;
      const [noun, element] = ofControls;
      return operation(at, noun, 'create', object(element, idOf(number, kind, at), inside));
    }
    // the places before it have made the meter and the usage point; in the neighbourhood of a control they may not
    const before = [at - (at % 5), at - (at % 5) + 1];
    const isThere = kindAt(before[0]) === 'meter' && kindAt(before[1]) === 'point';
    if (kind === 'link' && isThere)
      return operation(
        at,
        'MasterDataLinkageConfig',
        'create',
        object('Meter', idOf(number, 'meter', before[0])) + object('UsagePoint', idOf(number, 'point', before[1])),
      );
    if (kind === 'change' && isThere) {
      const changed = object('Meter', idOf(number, 'meter', before[0]), '<serialNumber>changed</serialNumber>');
      return operation(at, 'MeterConfig', 'change', changed);
    }
    const [noun, element] = nouns[kind] ?? nouns.customer;
    return operation(at, noun, 'create', object(element, idOf(number, kind, at)));
  }

  function set(header, inside, whole) {
    return `<s:Envelope xmlns:s="${soap}" xmlns:m="http://iec.ch/TC57/2011/OperationSetMessage" xmlns:h="${envelopeNamespace}"><s:Body><m:ExecuteOperationSet><m:Header><h:Verb>execute</h:Verb><h:Noun>OperationSet</h:Noun>${header}</m:Header><m:Payload><m:OperationSet><h:enforceTransactionalIntegrity>${whole}</h:enforceTransactionalIntegrity>${inside}</m:OperationSet></m:Payload></m:ExecuteOperationSet></s:Body></s:Envelope>`;
  }

  return {
    path: 'ExecuteOperationSet',
    meters: controls,
    // who asks at once hears of the devices as a subscriber
    subscription: { name: 'outcomes', endpoint: 'cis', noun: 'EndDeviceEvents' },
    message(number, meters) {
      const later = '<h:AsyncReplyFlag>true</h:AsyncReplyFlag><h:ReplyAddress>cis</h:ReplyAddress>';
      const ids = `<h:MessageID>message-${number}</h:MessageID><h:CorrelationID>kill-${number}</h:CorrelationID>`;
      const all = Array.from({ length: operations }, (_, at) => operationAt(number, meters, at));
      return set((isLater(number) ? later : '') + ids, all.join(''), true);
    },
    correlation: (_, number) => `kill-${number}`,
    isAnswer: (text, number) =>
      isUndone(number) && !isLater(number)
        ? /Result>FAILED</.test(text) && /code>5\.9</.test(text)
        : /Result>OK</.test(text),
    isLast: (text) => text.includes('OperationSetResponseMessage'),
    isOver(texts, meters, number) {
      if (isLater(number) && !texts.some((text) => this.isLast(text))) return false;
      if (isUndone(number)) return true;
      const told = texts.filter((text) => text.includes('EndDeviceEvents')).join('');
      const replies = texts.filter((text) => text.includes('EndDeviceControlsResponseMessage'));
      if (isLater(number) && replies.length < controls) return false;
      return meters.every((meter) => told.includes(`>${nameOf(meter)}<`) || told.includes(mRIDOf(meter)));
    },
    wrongWith(texts, _, number) {
      const [last] = texts.filter((text) => this.isLast(text));
      const replies = texts.filter((text) => text.includes('EndDeviceControlsResponseMessage'));
      if (isUndone(number)) {
        if (last !== undefined && !(/Result>FAILED</.test(last) && /code>5\.9</.test(last))) return 'not undone';
        return texts.length === (isLater(number) ? 1 : 0) ? undefined : 'more is told of what is undone';
      }
      if (last !== undefined && !/Result>OK</.test(last)) return 'not OK';
      if (replies.length !== (isLater(number) ? controls : 0)) return `${replies.length} replies to controls`;
      return replies.every((text) => /Result>OK</.test(text)) ? undefined : 'a control is not OK';
    },
    /** Commands that no set has asked for that stands, and those of sets that stand that were not carried out. */
    wrongExecutions(executions, numbers) {
      const wanted = new Set(
        numbers
          .filter((number) => !isUndone(number))
          .flatMap((number) => placesOf(number, 'control').map((at) => `set-${number}-${at}`)),
      );
      const others = [...executions.keys()].filter((tracking) => !wanted.has(tracking));
      return [...others, ...[...wanted].filter((tracking) => !executions.has(tracking))];
    },
    /** A look at the master data that a set makes, in one transaction. What becomes of its controls is told by what was carried out. */
    look(number) {
      const gets = Object.entries(nouns).map(([kind, [noun, element]], at) => {
        const all = placesOf(number, kind).map((place) => object(element, idOf(number, kind, place)));
        return operation(at, noun, 'get', all.join(''));
      });
      return set('', gets.join(''), false);
    },
    /** Whether all of it is there or nothing; `ended`: what must be so in the end. */
    wrongWithLook(text, number, ended) {
      const found = Object.keys(nouns).map((kind) => {
        const there = placesOf(number, kind).filter((at) => text.includes(`mRID>${idOf(number, kind, at)}<`)).length;
        return [there, placesOf(number, kind).length];
      });
      const nothing = found.every(([there]) => there === 0);
      const all = found.every(([there, wanted]) => there === wanted);
      if (ended ? (isUndone(number) ? nothing : all) : nothing || all) return undefined;
      return `set ${number}: ${found.map(([there, wanted]) => `${there} of ${wanted}`).join(', ')}`;
    },
  };
}
