/** What some scenarios do to the answer of a meter, or to the acknowledgement of a job. */
import type { DeviceReading, Notice } from '../../ports/head-end.js';

/** Values and time stamps that no meter means, and facts that contradict the outcome; by their place, so always the same ones. */
export function falsified(answer: readonly Notice[]): readonly Notice[] {
  return answer.map((notice): Notice => {
    switch (notice.kind) {
      case 'data':
        return { ...notice, readings: notice.readings.map(wrongReading) };
      case 'event':
        return { ...notice, facts: contradicted(notice.facts) };
      case 'final':
        return { ...notice, facts: contradicted(notice.facts) };
      default:
        return notice;
    }
  });
}

/**
 * Of readings the first half, and the end says that the rest is missing; of a control everything but the end, so that nobody knows
 * at the deadline what became of it.
 */
export function firstPart(answer: readonly Notice[]): readonly Notice[] {
  if (!answer.some(({ kind }) => kind === 'data')) return answer.filter(({ kind }) => kind !== 'final');
  return answer.map((notice): Notice => {
    if (notice.kind === 'data')
      return { ...notice, readings: notice.readings.slice(0, Math.ceil(notice.readings.length / 2)) };
    if (notice.kind !== 'final') return notice;
    const failure = { code: '5.7', details: 'only a part of the values came' };
    return { ...notice, outcome: 'failed', failure };
  });
}

function wrongReading(reading: DeviceReading, place: number): DeviceReading {
  switch (place % 3) {
    case 0:
      return { ...reading, value: '-99999999.999' };
    case 1:
      return { ...reading, value: 'ERROR' };
    default:
      return { ...reading, timeStamp: 'yesterday' };
  }
}

/** The switch is said to stand where it does not. */
function contradicted(facts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const position = facts['switch position'];
  return position === undefined ? facts : { ...facts, 'switch position': position === 'open' ? 'closed' : 'open' };
}
