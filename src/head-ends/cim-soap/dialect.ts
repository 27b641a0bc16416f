/** How a head end wants to be spoken to, and how devices are named to it. Pure. */
import { keyOf, type Device } from '../../ports/head-end.js';

export interface Dialect {
  /** What devices are named by; one that has no such identifier is named by the other. */
  readonly identifier: 'mRID' | 'name';
  /** Which of the names. */
  readonly nameType?: string | undefined;
  /** Whether what it cannot do is said in replies or in faults, whoever these blame. */
  readonly businessErrors: 'reply' | 'fault';
  /** Milliseconds to wait for the event of a control whose reply says that it is done. */
  readonly eventGrace: number;
  /** How long before ours its deadline is, in milliseconds. */
  readonly deadlineMargin: number;
  /** Options of reads. */
  readonly readOptions: Readonly<Record<string, string>>;
}

/** An element that names an object, as all profiles have it. */
export interface Named {
  readonly mRID?: string | undefined;
  readonly Names?: readonly { readonly name: string; readonly NameType?: { readonly name: string } | undefined }[];
}

/** The element by which a device is named to the head end. */
export function elementOf({ mRID, names }: Device, { identifier, nameType }: Dialect): Named {
  const name = names.find((one) => nameType === undefined || one.nameType === nameType) ?? names[0];
  const byName = name !== undefined && (identifier === 'name' || mRID === '');
  if (!byName) return { mRID };
  return { Names: [{ name: name.name, ...(name.nameType !== undefined && { NameType: { name: name.nameType } }) }] };
}

/** Finds the devices of a job by whatever they are called: mRID, or any of their names. */
export function deviceFinder(devices: Iterable<Device>): (text: string) => string | undefined {
  const keys = new Map<string, string>();
  const all = [...devices];
  for (const device of all) for (const { name } of device.names) keys.set(name, keyOf(device));
  // last, so that an mRID is nobody else's name
  for (const device of all) if (device.mRID !== '') keys.set(device.mRID, keyOf(device));
  return (text) => keys.get(text.trim());
}

/** The key of the device that an element names; undefined when it is none of the job. */
export function found(element: Named | undefined, find: (text: string) => string | undefined): string | undefined {
  if (element === undefined) return undefined;
  const ids = [...(element.mRID === undefined ? [] : [element.mRID]), ...(element.Names ?? []).map(({ name }) => name)];
  for (const id of ids) {
    const key = find(id);
    if (key !== undefined) return key;
  }
  return undefined;
}
