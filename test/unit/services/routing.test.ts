import { amrSystemOf, deviceOf, routes } from '../../../src/services/routing.js';
import { scriptedHeadEnd } from '../../support/scripted-head-end.js';

const headEnd = (name: string) => ({ ...scriptedHeadEnd(), name });
const [usual, north, south] = [headEnd('usual'), headEnd('north'), headEnd('south')];
const device = (name: string, mRID = `m-${name}`) => ({ mRID, names: [{ name }] });

it('sends a device to the head end that its document names, and to the default without one', () => {
  const route = routes([usual, north]);
  expect(route(device('A'))).toBe(usual);
  expect(route({ ...device('A'), amrSystem: 'north' })).toBe(north);
  expect(route({ ...device('A'), document: { amrSystem: ' north ' } })).toBe(north);
  expect(route({ ...device('A'), amrSystem: 'some system of old' })).toBe(usual);
  expect(routes([])(device('A'))).toBeUndefined();
});

it('goes by the first rule that fits, before what the document says', () => {
  const route = routes(
    [usual, north, south],
    [
      { headEnd: 'south', names: ['N-*-9', 'plain.'] },
      { headEnd: 'north', names: ['N-*'] },
      { headEnd: 'south', mRIDs: ['m-1', 'm-2'], amrSystems: ['old'] },
    ],
  );
  expect(route({ ...device('N-1'), amrSystem: 'south' })).toBe(north);
  expect(route(device('N-1-9'))).toBe(south);
  expect(route(device('plainX'))).toBe(usual);
  expect(route(device('plain.'))).toBe(south);
  expect(route(device('x', 'm-1'))).toBe(usual);
  expect(route({ ...device('x', 'm-1'), amrSystem: 'old' })).toBe(south);
});

it('keeps of a stored device what finds its head end', () => {
  const stored = { ...device('A'), document: { amrSystem: 'north', serialNumber: '1' } };
  expect(deviceOf(stored)).toEqual({ ...device('A'), amrSystem: 'north' });
  expect(deviceOf(device('A'))).toEqual(device('A'));
  expect(amrSystemOf({ ...device('A'), document: { amrSystem: 7 } })).toBeUndefined();
});
