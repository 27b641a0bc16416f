/** The store answers questions one after the other; asking many at once spares the way there and back for each. */
const together = 256;

/** What `ask` answers for each item, in order; some hundred questions are under way at a time. */
export async function askAll<T, R>(items: readonly T[], ask: (item: T, at: number) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let from = 0; from < items.length; from += together) {
    const asked = items.slice(from, from + together).map((item, at) => ask(item, from + at));
    for (const answer of await Promise.all(asked)) answers.push(answer);
  }
  return answers;
}

/** The same, one after the other: for work whose outcome depends on what was done before it. */
export async function inTurn<T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (const item of items) answers.push(await ask(item));
  return answers;
}
