/** Makes a queue: each call waits for its turn, in order, and answers the function that ends the turn. */
export function queue(): () => Promise<() => void> {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    let end: () => void = () => {};
    last = new Promise((resolve) => (end = resolve));
    await before;
    return end;
  };
}
