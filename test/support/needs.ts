/** Tests that need a tool of the machine: without it they are skipped aloud. `.ci/run` fails if any was skipped. */
const told = new Set<string>();

/**
 * `it` where the tool is found; else an `it` that skips, says so in the name of the test, and once on the console.
 * `needs('php-cli', hasPhp)('reads a fault as its type', async () => …)`
 */
export function needs(tool: string, found: boolean): jest.It {
  if (found) return it;
  if (!told.has(tool)) process.stderr.write(`skipped: ${tool} is not installed\n`);
  told.add(tool);
  const skip = (name: string, work?: jest.ProvidesCallback, timeout?: number): void =>
    it.skip(`${name} [${tool} is not installed]`, work, timeout);
  return Object.assign(skip, it.skip) as jest.It;
}
