/** The meters of a head end, as its answer to `get MeterConfig` lists them. Pure. */
import type { MeterConfig } from '../../generated/MeterConfig.js';
import type { AnyResponse } from '../../message/call.js';
import type { InventoryItem } from '../../ports/head-end.js';
import type { ObjectName } from '../../ports/object-store.js';

/** Each with its mRID and names; one without an mRID cannot be told from others for good, and is left out. */
export function* metersIn({ Payload }: AnyResponse): Iterable<InventoryItem> {
  const root = Payload?.['MeterConfig'] as MeterConfig | undefined;
  for (const { mRID = '', Names = [] } of root?.Meter ?? []) {
    if (mRID.trim() === '') continue;
    const names = Names.map(({ name, NameType }): ObjectName => {
      const authority = NameType?.NameTypeAuthority?.name;
      return { name, ...(NameType && { nameType: NameType.name }), ...(authority !== undefined && { authority }) };
    });
    yield { meter: { mRID: mRID.trim(), names } };
  }
}
