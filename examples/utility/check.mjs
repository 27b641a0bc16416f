/**
 * Asks for everything that has been loaded, and compares it field by field with what was sent: every object by its name, every link by
 * the objects it joins, and the meter of every usage point.
 */
import { get, operationSet } from './messages.mjs';
import { groupsOf, linkOf } from './plan.mjs';
import { workOff } from './soap.mjs';
import { all as children, element, fields, first, parsed } from './xml.mjs';

const linkage = 'MasterDataLinkageConfig';
/** Names of one Get, and gets of one operation set: an answer holds 10,000 objects at most. */
const [namesEach, getsEach] = [500, 500];

/**
 * @returns steps, each with `name`, `objects` and `run(note)`; `note(count)` hears how many have been compared. `run` throws with the first
 * differences it finds.
 */
export function checks(all, { customers, connections }, { ask }) {
  const nouns = all.nouns.map(({ noun, kind, count, object }) => ({
    name: `Get${noun}`,
    objects: count(customers),
    run: (note) =>
      workOff(groupsOf(count(customers), namesEach), connections, async (numbers) => {
        const { payload } = await ask(get(noun, kind, numbers.map((number) => all.nameOnly(kind, number))));
        const found = new Map(children(first(payload, noun), kind).map((one) => [first(one, 'mRID')?.text, one]));
        for (const number of numbers) compare(kind, number, object(number), found.get(all.mRIDOf(kind, number)));
        if (found.size !== numbers.length) throw new Error(`${numbers.length} ${kind}s asked for, ${found.size} answered`);
        note(numbers.length);
      }),
  }));
  const links = all.links.map((kinds) => ({
    name: `Get${linkage}: ${kinds.join(', ')}`,
    objects: customers,
    run: (note) =>
      eachInSets(linkage, (number) => linkOf(all, kinds, number), (number, payload) => {
        const wanted = kinds.map((kind) => [kind, { mRID: all.mRIDOf(kind, number), ...all.nameOnly(kind, number) }]);
        compare(linkage, number, Object.fromEntries(wanted), payload);
        note(1);
      }),
  }));
  const meters = {
    name: 'GetMeterConfig by UsagePoint',
    objects: customers,
    run: (note) =>
      eachInSets('MeterConfig', (number) => ({ UsagePoint: all.nameOnly('UsagePoint', number) }), (number, payload) => {
        const found = children(payload, 'Meter').map((meter) => first(meter, 'mRID')?.text);
        if (found.length !== 1 || found[0] !== all.mRIDOf('Meter', number))
          throw new Error(`the usage point ${number} has the meters ${found.join(', ')}`);
        note(1);
      }),
  };
  return [...nouns, ...links, meters];

  /** One get for each customer, many in a set; `take` gets the payload that was answered for a number. */
  function eachInSets(noun, content, take) {
    return workOff(groupsOf(customers, getsEach), connections, async (numbers) => {
      const { payload } = await ask(operationSet(numbers.map((number) => ({ noun, verb: 'get', content: content(number) }))));
      const answers = children(first(payload, 'OperationSet'), 'Operation');
      const byId = new Map(answers.map((one) => [Number(first(one, 'operationId').text), one]));
      for (const [at, number] of numbers.entries()) take(number, first(byId.get(at + 1), noun));
    });
  }
}

/** Throws, with what differs, unless the element has exactly these fields in this order. */
function compare(kind, number, wanted, found) {
  if (found === undefined) throw new Error(`${kind} ${number} is not there`);
  const [asSent, asFound] = [fields(parsed(element(kind, wanted)).children[0]), fields(found)];
  const differs = (field, other) => !other.includes(field);
  const missing = asSent.filter((field) => differs(field, asFound));
  const more = asFound.filter((field) => differs(field, asSent));
  if (missing.length === 0 && more.length === 0 && asSent.join('\n') === asFound.join('\n')) return;
  const lines = [...missing.map((field) => `  sent:  ${field}`), ...more.map((field) => `  found: ${field}`)];
  throw new Error(`${kind} ${number} is not what was sent\n${lines.join('\n') || '  the order of its fields differs'}`);
}
