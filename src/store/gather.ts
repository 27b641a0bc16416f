/** When the questions that have come together are asked: `soon` or `afterThisRound`. */
export type When = (work: () => void) => void;

/**
 * Makes one question of those that are asked in one moment: each caller gets the answer to its own key.
 * @param askAll answers for each key, in order
 */
export function gather<K, V>(
  askAll: (keys: readonly K[]) => Promise<readonly V[]>,
  when: When,
): (key: K) => Promise<V> {
  let keys: K[] = [];
  let answers: Promise<readonly V[]> | undefined;
  return async (key) => {
    const at = keys.push(key) - 1;
    answers ??= new Promise((resolve, reject) =>
      when(() => {
        const asked = keys;
        keys = [];
        answers = undefined;
        askAll(asked).then(resolve, reject);
      }),
    );
    return (await answers)[at]!;
  };
}

/** One `gather` for each group of questions that can be asked together, made when it is first needed. */
export function gatherBy<K, V>(
  groupOf: (key: K) => string,
  askAll: (keys: readonly K[]) => Promise<readonly V[]>,
  when: When,
): (key: K) => Promise<V> {
  const groups = new Map<string, (key: K) => Promise<V>>();
  return (key) => {
    const name = groupOf(key);
    const ask = groups.get(name) ?? gather(askAll, when);
    groups.set(name, ask);
    return ask(key);
  };
}
