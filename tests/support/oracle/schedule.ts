import type { Day } from './days'

/** “Scheduled progress runs evenly from start to due day”: how many of the days between are over. */
function daysGone(day: Day, startOn: Day, dueOn: Day): number {
  return Math.min(Math.max(day - startOn, 0), dueOn - startOn)
}

/** The share of time gone, in percent. What starts on the day it is due has all of it behind it from that day on. */
export function scheduledPercent(day: Day, startOn: Day, dueOn: Day): number {
  if (startOn >= dueOn) return day >= dueOn ? 100 : 0
  return (daysGone(day, startOn, dueOn) * 100) / (dueOn - startOn)
}

/** “More than 20 points (a setting of the plan) behind scheduled progress”, in whole numbers: no rounding decides. */
export function isBehind(percent: number, points: number, day: Day, startOn: Day, dueOn: Day): boolean {
  if (startOn >= dueOn) return day >= dueOn && 100 - percent > points
  return daysGone(day, startOn, dueOn) * 100 > (percent + points) * (dueOn - startOn)
}
