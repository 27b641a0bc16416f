/** Milliseconds this process has worked so far: unlike the clock on the wall, it does not mind what else the machine does. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
