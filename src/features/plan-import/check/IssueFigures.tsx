import type { LocalDate } from '@/domain/local-date/local-date'
import type { IssueSummary } from '@/domain/plan-draft/issue-summary'
import { Fact, FactList } from '@/ui/FactList'
import styles from './CheckDesk.module.css'

/** What issuing will make, in figures, and which units each group stands for today. */
export function IssueFigures({ summary, endsOn }: { readonly summary: IssueSummary; readonly endsOn: LocalDate }) {
  const figures = [
    ['任务', `${summary.tasks} 项`],
    ['责任分工', `${summary.assignments} 条，涉及 ${summary.units} 个单位`],
    [
      '节点',
      `${summary.milestones} 个${summary.tasksDueAtEnd === 0 ? '' : `，其中 ${summary.tasksDueAtEnd} 项任务未写时限，按 ${endsOn} 计`}`,
    ],
    ['章节', `${summary.sections} 个`],
    ...(summary.tasksWithoutUnits.length === 0
      ? []
      : [['没有责任单位', `${summary.tasksWithoutUnits.length} 项任务`] as const]),
    ...(summary.otherWritings.length === 0
      ? []
      : [['按别名对应', summary.otherWritings.map((one) => `${one.name}即${one.unitName}`).join('；')] as const]),
    ...(summary.notTracked.length === 0 ? [] : [['不跟踪', summary.notTracked.join('、')] as const]),
  ] as const
  return (
    <>
      <FactList label="下达后将生成">
        {figures.map(([label, value]) => (
          <Fact key={label} label={label}>
            {value}
          </Fact>
        ))}
      </FactList>
      {summary.groups.length === 0 ? null : (
        <section className={styles.groups} aria-label="单位组">
          <h3>单位组按今天的成员展开</h3>
          <ul>
            {summary.groups.map(({ name, members }) => (
              <li key={name}>
                {name}（{members.length} 个）：{members.length === 0 ? '还没有成员' : members.join('、')}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
