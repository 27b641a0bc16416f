/**
 * What the simulated meters can be told to do: a table of control code masks, each with what it does to a meter. How a job runs and
 * which events tell of its outcome is not decided here.
 */
import { matchesMask } from '../../message/codes/end-device-code.js';
import type { Failure } from '../../ports/head-end.js';
import type { Act, Effect, Outcome } from './act.js';
import { callOff, callOffAll, changeLoad, scheduleLoad, startLoad, stopLoad } from './load-controls.js';
import { KINDS, type MeterKind } from './kinds.js';
import { armForClosure, armForOpen, connect, disconnect, limitSupply, useSwitch } from './switch-controls.js';
import {
  ping,
  remember,
  selfRead,
  showPrice,
  showText,
  syncClock,
  updateFirmware,
  withdrawText,
} from './other-controls.js';

interface Control {
  /** The code; `*` for the kind of device, which is checked meter by meter. */
  readonly mask: string;
  /** Which meters can do it, or have a device behind them that can; absent = all. */
  readonly meters?: readonly MeterKind[];
  readonly effect: Effect;
}

const electricity: readonly MeterKind[] = ['electricity'];
const withDisplay: readonly MeterKind[] = ['electricity', 'gas'];

const CONTROLS: readonly Control[] = [
  { mask: '*.31.0.18', effect: connect },
  { mask: '*.31.0.23', effect: disconnect },
  { mask: '*.31.0.5', effect: armForClosure },
  { mask: '*.31.0.6', effect: armForOpen },
  { mask: '*.31.0.26', effect: useSwitch(true) },
  { mask: '*.31.0.22', effect: useSwitch(false) },
  { mask: '*.31.139.26', meters: electricity, effect: limitSupply('supplyLimit', true) },
  { mask: '*.31.139.22', meters: electricity, effect: limitSupply('supplyLimit', false) },
  { mask: '*.31.138.26', meters: electricity, effect: limitSupply('emergencyLimit', true) },
  { mask: '*.31.138.22', meters: electricity, effect: limitSupply('emergencyLimit', false) },
  { mask: '*.15.0.54', meters: electricity, effect: startLoad },
  { mask: '*.15.0.55', meters: electricity, effect: stopLoad },
  { mask: '*.15.43.300', meters: electricity, effect: scheduleLoad },
  { mask: '*.15.43.8', meters: electricity, effect: callOff },
  { mask: '*.15.148.8', meters: electricity, effect: callOffAll },
  { mask: '*.15.17.13', meters: electricity, effect: changeLoad },
  { mask: '*.15.48.13', meters: electricity, effect: changeLoad },
  { mask: '*.15.101.13', meters: electricity, effect: remember('set point', 'changed') },
  { mask: '*.15.101.26', meters: electricity, effect: remember('set point', 'enabled') },
  { mask: '*.15.101.214', meters: electricity, effect: remember('set point', 'reset') },
  { mask: '*.13.112.77', meters: withDisplay, effect: showText },
  { mask: '*.13.143.77', meters: withDisplay, effect: showText },
  { mask: '*.13.112.8', meters: withDisplay, effect: withdrawText },
  { mask: '*.20.9.82', meters: withDisplay, effect: showPrice },
  { mask: '*.23.0.26', meters: electricity, effect: remember('premises network', 'enabled') },
  { mask: '*.23.0.22', meters: electricity, effect: remember('premises network', 'disabled') },
  { mask: '*.10.73.298', meters: electricity, effect: remember('join window', 'open') },
  { mask: '*.10.73.299', meters: electricity, effect: remember('join window', 'closed') },
  { mask: '*.8.0.214', meters: electricity, effect: remember('demand registers', 'reset') },
  { mask: '*.11.0.30', effect: updateFirmware },
  { mask: '*.1.111.30', effect: ping },
  { mask: '*.36.116.30', effect: syncClock },
  { mask: '*.21.231.30', effect: selfRead },
];

/** The controls that can be carried out, as masks of four-part codes. */
export const CONTROL_TYPES: readonly string[] = CONTROLS.map(({ mask }) => mask);

/** Whether any meter could carry a control of this type out. */
export function isControl(controlType: string): boolean {
  return controlOf(controlType) !== undefined;
}

/** Why this meter cannot do a control of this type, ever; undefined when it can. */
export function cannot(act: Pick<Act, 'meter' | 'controlType'>): Failure | undefined {
  const { meter, controlType } = act;
  const { name, deviceTypes } = KINDS[meter.kind];
  const [type = ''] = controlType.split('.');
  const meters = controlOf(controlType)?.meters;
  const why = !deviceTypes.includes(type)
    ? `the control ${controlType} is for devices of type ${type}`
    : meters !== undefined && !meters.includes(meter.kind)
      ? `it cannot do ${controlType}`
      : type === '2' && !meter.profile.solar
        ? `it has no solar roof for ${controlType}`
        : undefined;
  return why === undefined ? undefined : { code: '5.2', details: `${meter.name} is ${name}; ${why}` };
}

/** Does it, and says what came of it. */
export function carryOut(act: Act): Outcome {
  const control = controlOf(act.controlType);
  if (control === undefined) throw new Error(`control ${act.controlType} was let through`);
  return control.effect(act);
}

/** Types looked up before: there are few, and devices many. */
const known = new Map<string, Control | undefined>();

function controlOf(controlType: string): Control | undefined {
  if (known.has(controlType)) return known.get(controlType);
  if (known.size >= 1_000) known.clear();
  const control = CONTROLS.find(({ mask }) => matchesMask(controlType, mask));
  known.set(controlType, control);
  return control;
}
