/** Processor time of this process in milliseconds: bars of time hold on a busy machine, too. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
