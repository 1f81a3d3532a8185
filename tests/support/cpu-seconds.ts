/** What a piece of work costs this process: unlike the time it takes, it does not depend on what else the machine does. */
export function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  return process.cpuUsage(before).user / 1e6
}
