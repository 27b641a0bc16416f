import { restarts } from '../../../src/cli/restarts.js';

describe('workers that die', () => {
  it('are started again at once, and then after growing pauses', () => {
    const policy = restarts();
    const pauses = Array.from({ length: 9 }, (_, n) => policy.pauseAfterDeath(n * 1_000));
    expect(pauses).toEqual([0, 250, 500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000]);
  });

  it('are not started any more after the tenth death, however long each start has taken', () => {
    const policy = restarts();
    for (let n = 0; n < 9; n++) expect(policy.pauseAfterDeath(n * 65_000)).toBeDefined();
    expect(policy.pauseAfterDeath(9 * 65_000)).toBeUndefined();
  });

  it('are forgiven after a time without a death', () => {
    const policy = restarts();
    for (let n = 0; n < 9; n++) policy.pauseAfterDeath(0);
    expect(policy.pauseAfterDeath(90_000)).toBe(0);
  });
});
