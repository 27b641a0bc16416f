/** The messages of a noun whose objects have an mRID: A lives by requests, B by events, C and D are planned and called off. */
import type { Noun, Verb } from '../../src/generated/operations.js';
import { nouns } from '../../src/nouns.js';
import { hasMember, type Members } from './document.js';
import { classes, sayings } from './objects.js';
import { identified, known, type Scene } from './scene.js';
import type { Step } from './step.js';

export function lifeOfAnObject(noun: Noun, scene: Scene): readonly Step[] {
  const row = nouns[noun];
  const says = sayings[noun];
  if (row === undefined || row.objects === 'payload' || says === undefined)
    throw new Error(`no examples are known for ${noun}`);
  const kind = classes[noun] ?? row.objects[0]!;
  const canBePlanned = hasMember(noun, kind, 'ConfigurationEvents');
  const [a, b, c, d] = ['A', 'B', 'C', 'D'].map((letter) => known(scene, noun, kind, letter)) as [K, K, K, K];
  type K = ReturnType<typeof known>;

  const objects = (...list: readonly Members[]): Members => ({ [kind]: list });
  const whole = (one: K): Members => ({ ...identified(one), ...says.first(scene, one.name.slice(-1)) });
  const planned = (one: K): Members => ({
    ...identified(one),
    ...(canBePlanned
      ? { ConfigurationEvents: { effectiveDateTime: `${scene.futureDay}T00:00:00Z`, reason: 'planned' } }
      : {}),
  });
  const naming = ({ mRID }: K): Members => objects({ mRID });
  const step = (verb: Verb, content: Members): Step => ({ noun, verb, content, ...expected(noun, verb, canBePlanned) });

  return [
    step('create', objects(whole(a))),
    step('get', naming(a)),
    step('change', objects({ mRID: a.mRID, ...says.later(scene) })),
    step('close', naming(a)),
    step('delete', naming(a)),
    step('created', objects(whole(b), planned(c), planned(d))),
    step('changed', objects({ ...whole(b), ...says.later(scene) })),
    step('closed', naming(b)),
    step('deleted', naming(b)),
    step('cancel', naming(c)),
    step('canceled', naming(d)),
  ];
}

/** How a verb is answered when all goes well: a verb that the noun does not have is refused, and so is calling off what is in force. */
export function expected(noun: Noun, verb: Verb, canBePlanned: boolean): Pick<Step, 'result' | 'code'> {
  const row = nouns[noun];
  if (row?.verbs.includes(verb) !== true) return { result: 'FAILED', code: '2.9' };
  if (/ed$/.test(verb)) return { result: 'OK', code: '0.3' };
  if (verb === 'cancel' && row.masterData && !canBePlanned) return { result: 'FAILED', code: '6.1' };
  return { result: 'OK', code: '0.0' };
}
