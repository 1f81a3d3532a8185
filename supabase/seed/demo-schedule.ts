import { addDays, yearOf, type LocalDate } from '../../src/domain/local-date/local-date'
import { dayIn, dayOf, officeTime, workdayFrom, workdaysAfter, type Instant } from './demo-calendar'
import type { DemoDocument } from './demo-plan-documents'
import { annualPlanText, fiveYearPlanText } from './demo-plans'

/** When the demo county began with the product, and what it works on. */
export interface DemoSchedule {
  /** The year of the annual plan. */
  readonly year: number
  readonly firstDay: LocalDate
  readonly fiveYearPlan: DemoDocument
  readonly annualPlan: DemoDocument
}

/**
 * The demo is set around `now`: the annual plan is this year's, except in the first two months, when it would have nothing
 * to show yet; the five-year plan began two years before it, and the product with it.
 */
export function scheduleOf(now: Instant): DemoSchedule {
  const year = yearOf(addDays(dayOf(now), -60))
  return {
    year,
    firstDay: workdayFrom(dayIn(year - 2, '01-04')),
    fiveYearPlan: {
      fileName: `澜溪县政务公开五年行动计划（${year - 2}—${year + 2}年）.txt`,
      text: fiveYearPlanText(year),
      ...takenInHand(dayIn(year - 2, '02-08')),
    },
    annualPlan: {
      fileName: `澜溪县${year}年政务公开工作要点.txt`,
      text: annualPlanText(year),
      ...takenInHand(dayIn(year, '01-20')),
    },
  }
}

/** A document is imported on the workday after its date, and issued on the next when everything was checked. */
function takenInHand(documentDate: LocalDate): Pick<DemoDocument, 'importedAt' | 'issuedAt'> {
  const day = workdaysAfter(documentDate, 1)
  return { importedAt: officeTime(day, 0.15), issuedAt: officeTime(workdaysAfter(day, 1), 0.25) }
}
