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

/** Finds the key of a device by what it is called, and the type of that name where it is said; undefined for strangers. */
export type Find = (text: string, nameType?: string) => string | undefined;

/**
 * Finds the devices of a job by whatever they are called: mRID, or any of their names. Of a name that several have, the type
 * decides: the one that is said, else the one by which the head end is told of devices; else it is nobody's.
 */
export function deviceFinder(devices: Iterable<Device>, usualType?: string): Find {
  const mRIDs = new Map<string, string>();
  const names = new Map<string, { readonly key: string; readonly nameType: string | undefined }[]>();
  for (const device of devices) {
    const key = keyOf(device);
    if (device.mRID !== '') mRIDs.set(device.mRID, key);
    for (const { name, nameType } of device.names) {
      const bearers = names.get(name);
      if (bearers === undefined) names.set(name, [{ key, nameType }]);
      else bearers.push({ key, nameType });
    }
  }
  return (text, saidType) => {
    const name = text.trim();
    // first, so that an mRID is nobody else's name
    const byMRID = mRIDs.get(name);
    if (byMRID !== undefined) return byMRID;
    const bearers = names.get(name) ?? [];
    const ofType = bearers.filter(({ nameType }) => nameType !== undefined && nameType === (saidType ?? usualType));
    const keys = new Set((ofType.length > 0 ? ofType : bearers).map(({ key }) => key));
    return keys.size === 1 ? [...keys][0] : undefined;
  };
}

/** The key of the device that an element names; undefined when it is none of the job. */
export function found(element: Named | undefined, find: Find): string | undefined {
  if (element === undefined) return undefined;
  const byMRID = element.mRID === undefined ? undefined : find(element.mRID);
  if (byMRID !== undefined) return byMRID;
  for (const { name, NameType } of element.Names ?? []) {
    const key = find(name, NameType?.name);
    if (key !== undefined) return key;
  }
  return undefined;
}
