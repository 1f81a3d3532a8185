import { addDays, type LocalDate } from '../../src/domain/local-date/local-date'
import type { DemoAct, DemoObligation, ReportDeed } from './demo-acts'
import { dayOf, later, officeTime, workdayFrom, workdaysAfter } from './demo-calendar'

/**
 * How far the lead office's day has gone when it decides about what came in: once a day, so that it can decide at once, and
 * on no two days of a week at the same time.
 */
function sittingOn(day: LocalDate): number {
  return 0.5 + ((Number(day.slice(8)) * 7) % 40) / 100
}

type Kind = ReportDeed['kind']

/**
 * Tells what happens to one obligation, one thing after the other: whoever adds to it can wish for a day, but nothing comes
 * before what it follows from, nor outside office hours.
 */
export class Tale {
  readonly acts: DemoAct[] = []
  #next: LocalDate
  #percent = 0

  constructor(
    private readonly owed: DemoObligation,
    /** The first day on which the unit can report. */
    firstDay: LocalDate,
    private readonly chance: () => number,
  ) {
    this.#next = workdayFrom(later(firstDay, owed.start_on))
  }

  /** Goes on where a story has ended. */
  resumeAfter(story: readonly DemoAct[]): void {
    const last = story.at(-1)
    if (last !== undefined) this.#next = workdayFrom(addDays(dayOf(last.at), 1))
  }

  /** The first day on which something can happen. */
  get next(): LocalDate {
    return this.#next
  }

  handIn(day: LocalDate, percent: number, kind: Kind = 'progress'): this {
    this.#report('hand_in', day, percent, kind)
    return this
  }

  /** Leaves a draft that nobody hands in. */
  save(day: LocalDate, percent: number): this {
    this.#report('save', day, percent, 'progress')
    return this
  }

  approve(): this {
    return this.#review('approve', '', 1 + Math.floor(this.chance() * 3))
  }

  sendBack(reason: string): this {
    return this.#review('return', reason, 2)
  }

  /** Takes a completion back some workdays after it was approved; what was reported is worth nothing then. */
  reopen(reason: string, workdays: number): this {
    this.#percent = 0
    return this.#review('reopen', reason, workdays)
  }

  #report(deed: ReportDeed['deed'], day: LocalDate, percent: number, kind: Kind): void {
    const on = workdayFrom(later(day, this.#next))
    // What was reached once is not taken back.
    this.#percent = kind === 'progress' ? Math.max(this.#percent, percent) : this.#percent
    const words = Math.floor(this.chance() * 1000)
    const hasEvidence = kind === 'progress' && deed === 'hand_in' && (percent === 100 || words % 3 === 0)
    this.acts.push({
      deed,
      at: officeTime(on, this.chance()),
      owed: this.owed,
      kind,
      percent: this.#percent,
      words,
      evidence: hasEvidence ? 'link' : 'none',
    })
    this.#next = workdayFrom(addDays(on, 1))
  }

  #review(deed: 'approve' | 'return' | 'reopen', reason: string, workdays: number): this {
    const last = this.#next
    const on = workdaysAfter(last, workdays - 1)
    this.acts.push({ deed, at: officeTime(on, sittingOn(on)), owed: this.owed, reason })
    this.#next = workdayFrom(addDays(on, 1))
    return this
  }
}
