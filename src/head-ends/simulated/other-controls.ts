/** Controls that neither switch nor limit anything: texts, prices, firmware, clock, tests. */
import type { Effect, Outcome } from './act.js';
import { KINDS } from './kinds.js';
import { between } from './noise.js';
import { periodOf, textAt } from './parameters.js';
import { thousandths } from './quantity.js';
import { timeStampOf } from './virtual-time.js';

const HOUR = 3_600_000;

export const showText: Effect = (act) => {
  const text = textAt(act.parameters, 'PanDisplay.textMessage');
  if (text === undefined) return { facts: {}, wrong: `there is no text to show at ${act.meter.name}` };
  const { to } = periodOf(act.parameters, 'PanDisplay', act.at, HOUR);
  act.change({ message: { text, until: to } });
  return { facts: { text, ...untilFact(to) } };
};

export const withdrawText: Effect = (act): Outcome => {
  const { message } = act.meter.condition;
  if (message === undefined || message.until <= act.at) return { facts: {}, wrong: `${act.meter.name} shows no text` };
  act.change({ message: undefined });
  return { facts: { text: 'withdrawn' } };
};

/** The price comes from PanPricing, or is the control's own price signal. */
export const showPrice: Effect = (act) => {
  const detail = 'PanPricing.PanPricingDetails.0';
  const names = [`${detail}.price`, `${detail}.priceRatio`, `${detail}.priceTier`, 'priceSignal'];
  const text = names.map((name) => textAt(act.parameters, name)).find((found) => found !== undefined);
  if (text === undefined) return { facts: {}, wrong: `there is no price for ${act.meter.name}` };
  const { to } = periodOf(act.parameters, 'PanPricing', act.at);
  act.change({ price: { text, until: to } });
  return { facts: { price: text, ...untilFact(to) } };
};

/** Every run brings the next version. */
export const updateFirmware: Effect = (act) => {
  const name = 'firmware version';
  const version = Number(act.meter.condition.settings[name]?.split('.')[2] ?? 0) + 1;
  return remember(name, `1.0.${version}`)(act);
};

export const syncClock: Effect = (act) => {
  const wasSet = act.meter.condition.settings['clock set'] !== undefined;
  const offset = wasSet ? 0 : between(-2_000, 2_000, act.meter.key, 61);
  const { facts } = remember('clock set', timeStampOf(act.at))(act);
  return { facts: { ...facts, 'clock was wrong by ms': String(offset) } };
};

/** A communication test: the meter answers, and tells how well it was heard. */
export const ping: Effect = ({ meter }) => ({
  facts: { 'signal strength': `-${between(55, 100, meter.key, 62)} dBm` },
});

/** The register of this moment. */
export const selfRead: Effect = ({ meter, at }) => ({
  facts: {
    register: `${thousandths(meter.register('forward', at))} ${KINDS[meter.kind].unit}`,
    'read at': timeStampOf(at),
  },
});

/** Takes note of a setting that nothing else depends on. */
export function remember(name: string, value: string): Effect {
  return (act) => {
    act.change({ settings: { ...act.meter.condition.settings, [name]: value } });
    return { facts: { [name]: value } };
  };
}

function untilFact(to: number): Readonly<Record<string, string>> {
  return to === Infinity ? {} : { until: timeStampOf(to) };
}
