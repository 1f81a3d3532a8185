/** What a piece of work costs this process: unlike the time it takes, it does not depend on what else the machine does. */
export async function cpuSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  return process.cpuUsage(before).user / 1e6
}
