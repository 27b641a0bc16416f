/**
 * What the simulated meters can be told to do: a table of control code masks, each with what it does to a meter. How a job runs and
 * which events tell of its outcome is not decided here.
 */
import { matchesMask } from '../../message/codes/end-device-code.js';
import type { Failure } from '../../ports/head-end.js';
import type { MeterKind } from '../../ports/simulator.js';
import type { Act, Effect, Outcome } from './act.js';
import { callOff, callOffAll, changeLoad, scheduleLoad, startLoad, stopLoad } from './load-controls.js';
import { KINDS } from './kinds.js';
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
  /** First parts besides the meter's own and 0: of devices at the premises, or of its module, that it speaks for. */
  readonly also?: readonly string[];
  readonly effect: Effect;
}

const electricity: readonly MeterKind[] = ['electricity'];
const withDisplay: readonly MeterKind[] = ['electricity', 'gas'];
/** Premises device, load control switch, thermostat, electric vehicle; 2 is a distributed resource, here a solar roof. */
const loads: readonly string[] = ['2', '12', '16', '19', '58'];
const displays: readonly string[] = ['12', '15'];
const module: readonly string[] = ['26'];

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
  { mask: '*.15.0.54', meters: electricity, also: loads, effect: startLoad },
  { mask: '*.15.0.55', meters: electricity, also: loads, effect: stopLoad },
  { mask: '*.15.43.300', meters: electricity, also: loads, effect: scheduleLoad },
  { mask: '*.15.43.8', meters: electricity, also: loads, effect: callOff },
  { mask: '*.15.148.8', meters: electricity, also: loads, effect: callOffAll },
  { mask: '*.15.17.13', meters: electricity, also: loads, effect: changeLoad },
  { mask: '*.15.48.13', meters: electricity, also: loads, effect: changeLoad },
  { mask: '*.15.101.13', meters: electricity, also: loads, effect: remember('set point', 'changed') },
  { mask: '*.15.101.26', meters: electricity, also: loads, effect: remember('set point', 'enabled') },
  { mask: '*.15.101.214', meters: electricity, also: loads, effect: remember('set point', 'reset') },
  { mask: '*.13.112.77', meters: withDisplay, also: displays, effect: showText },
  { mask: '*.13.143.77', meters: withDisplay, also: displays, effect: showText },
  { mask: '*.13.112.8', meters: withDisplay, also: displays, effect: withdrawText },
  { mask: '*.20.9.82', meters: withDisplay, also: displays, effect: showPrice },
  { mask: '*.23.0.26', meters: electricity, also: displays, effect: remember('premises network', 'enabled') },
  { mask: '*.23.0.22', meters: electricity, also: displays, effect: remember('premises network', 'disabled') },
  { mask: '*.10.73.298', meters: electricity, effect: remember('join window', 'open') },
  { mask: '*.10.73.299', meters: electricity, effect: remember('join window', 'closed') },
  { mask: '*.8.0.214', meters: electricity, effect: remember('demand registers', 'reset') },
  { mask: '*.11.0.30', also: module, effect: updateFirmware },
  { mask: '*.1.111.30', also: module, effect: ping },
  { mask: '*.36.116.30', effect: syncClock },
  { mask: '*.21.231.30', effect: selfRead },
];

/** The four-part codes that meters of these kinds can carry out. */
export function controlsOf(kinds: readonly MeterKind[]): readonly string[] {
  const codes = CONTROLS.flatMap((control) =>
    kinds
      .filter((kind) => control.meters?.includes(kind) ?? true)
      .flatMap((kind) => typesOf(control, kind).map((type) => control.mask.replace('*', type))),
  );
  return [...new Set(codes)];
}

/** Why this meter cannot do a control of this type, ever; undefined when it can. */
export function cannot({ meter, controlType }: Pick<Act, 'meter' | 'controlType'>): Failure | undefined {
  const control = controlOf(controlType);
  const [type = ''] = controlType.split('.');
  const able = control !== undefined && (control.meters?.includes(meter.kind) ?? true);
  const why =
    !able || !typesOf(control, meter.kind).includes(type)
      ? `and cannot do ${controlType}`
      : type === '2' && !meter.profile.solar
        ? `without a solar roof, and cannot do ${controlType}`
        : undefined;
  return why === undefined ? undefined : { code: '5.2', details: `${meter.name} is ${KINDS[meter.kind].name} ${why}` };
}

function typesOf({ also = [] }: Control, kind: MeterKind): readonly string[] {
  return ['0', KINDS[kind].type, ...also];
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
