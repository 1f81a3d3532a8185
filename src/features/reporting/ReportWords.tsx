import type { Obligation } from '@/domain/reporting/obligation'
import type { ReportContent, ReportField } from '@/domain/reporting/report-content'
import { withWordsOf } from '@/domain/reporting/reuse-words'
import type { Submission } from '@/domain/reporting/submission'
import { ClampedText } from '@/ui/ClampedText'
import { MomentText } from '@/ui/DateText'
import { PercentField } from './PercentField'
import { ReportTextField } from './ReportTextField'
import { ReuseButton, type ReuseButtonProps } from './ReuseButton'

/** What keeps each part of a report from being handed in, in words. */
export type Complaints = Partial<Record<ReportField, string>>

interface ReportWordsProps {
  readonly content: ReportContent
  /** What the form began with. */
  readonly start: ReportContent
  /** The approved report before this one, for what it said was done by then. */
  readonly before: Submission | null
  readonly complaints: Complaints
  readonly obligation: Obligation
  readonly onChange: (patch: Partial<ReportContent>) => void
  /** What the unit's other reports are put in with. */
  readonly reuse: Pick<ReuseButtonProps, 'attachedIds' | 'ensureReport'>
}

/** The fields that the chosen kind of report asks for. */
export function ReportWords(props: ReportWordsProps) {
  const { content, start, before, complaints, obligation, onChange, reuse } = props
  const done = {
    value: content.done,
    complaint: complaints.done,
    onChange: (text: string) => onChange({ done: text }),
  }
  if (content.kind === 'no_change') return <ReportTextField label="说明" hint="例如：等待上级文件下发" {...done} />
  if (content.kind === 'not_applicable')
    return <ReportTextField label="原因" isRequired hint="例如：本单位没有行政许可事项" {...done} />
  return (
    <>
      <PercentField
        value={content.percent}
        approvedPercent={obligation.percent}
        scheduledPercent={obligation.scheduledPercent}
        onChange={(percent) => onChange({ percent })}
      />
      <ReportTextField
        label="已完成"
        isRequired
        hint="做了什么，结果如何"
        aside={
          <ReuseButton
            {...reuse}
            obligation={obligation}
            onWords={(words) => onChange(withWordsOf(content, start, words))}
          />
        }
        context={
          <>
            {before === null ? null : <DoneBefore before={before} />}
            {start.done !== '' && content.done === start.done ? (
              <p className="faint">下面是上次写的“下一步”，请改成实际做到的情况。</p>
            ) : null}
          </>
        }
        {...done}
      />
      <ReportTextField
        label="下一步"
        value={content.nextSteps}
        rows={2}
        onChange={(nextSteps) => onChange({ nextSteps })}
      />
      <ReportTextField
        label="存在问题"
        value={content.problems}
        rows={2}
        onChange={(problems) => onChange({ problems })}
      />
    </>
  )
}

/** What the last approved report said was done: read, not handed in again. */
function DoneBefore({ before }: { readonly before: Submission }) {
  return (
    <div className="soft">
      <ClampedText>
        上次已完成（
        <MomentText at={before.submittedAt} form="full" /> 报送）：{before.content.done}
      </ClampedText>
    </div>
  )
}
