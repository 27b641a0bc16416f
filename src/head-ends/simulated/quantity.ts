/** Whole Wh, W or litres as kWh, kW or m³ with three decimals; no floating point on the way. */
export function thousandths(value: number): string {
  return `${Math.floor(value / 1000)}.${String(value % 1000).padStart(3, '0')}`;
}
