import type { DraftDocument } from '@/domain/plan-draft/plan-draft'
import { setFirstListedUnitLeads } from '@/domain/plan-draft/edit-units'
import { planKindVocabulary, type PlanKind } from '@/domain/plans/plan-kind-vocabulary'
import { planSettings } from '@/domain/plans/plan-settings'
import { reportingCadenceVocabulary, type ReportingCadence } from '@/domain/plans/reporting-cadence-vocabulary'
import { LocalDatePicker } from '@/ui/date-picker/LocalDatePicker'
import { Paper } from '@/ui/Paper'
import { Checkbox, Form, InputNumber, Select } from 'antd'
import Input from 'antd/es/input/Input'
import { useState } from 'react'
import styles from './CheckDesk.module.css'
import { useDesk, useDeskActions } from './use-desk'

interface FactsProps {
  readonly document: DraftDocument
  readonly change: (fields: Partial<DraftDocument>) => void
}

/** The facts of the plan as a whole. */
export function PlanFacts() {
  const document = useDesk(({ draft }) => draft.document)
  const { edit } = useDeskActions()
  const change = (fields: Partial<DraftDocument>) =>
    edit(
      (draft) => ({ ...draft, document: { ...draft.document, ...fields } }),
      `document ${Object.keys(fields).join()}`,
    )
  return (
    <Paper>
      <Form layout="vertical" component="div" className={styles.facts ?? ''}>
        <Origin document={document} change={change} />
        <KindAndSpan document={document} change={change} />
        <ReportingRules document={document} change={change} />
        <Form.Item className={styles.wide ?? ''}>
          <Checkbox
            checked={document.firstListedUnitLeads}
            onChange={(event) => edit((draft) => setFirstListedUnitLeads(draft, event.target.checked))}
          >
            列第一位的为牵头单位
          </Checkbox>
        </Form.Item>
      </Form>
    </Paper>
  )
}

/** What the document says of itself. */
function Origin({ document, change }: FactsProps) {
  const textOrNull = (text: string) => (text === '' ? null : text)
  return (
    <>
      <Form.Item
        label="名称"
        htmlFor="plan-title"
        className={styles.wide ?? ''}
        required
        {...(document.title.trim() === '' ? { validateStatus: 'error', help: '请填写名称。' } : {})}
      >
        <Input
          id="plan-title"
          value={document.title}
          maxLength={200}
          onChange={(event) => change({ title: event.target.value })}
        />
      </Form.Item>
      <Form.Item label="文号" htmlFor="plan-number">
        <Input
          id="plan-number"
          value={document.documentNumber ?? ''}
          onChange={(event) => change({ documentNumber: textOrNull(event.target.value) })}
        />
      </Form.Item>
      <Form.Item label="发文机关" htmlFor="plan-body">
        <Input
          id="plan-body"
          value={document.issuingBody ?? ''}
          onChange={(event) => change({ issuingBody: textOrNull(event.target.value) })}
        />
      </Form.Item>
      <Form.Item label="成文日期" htmlFor="plan-date">
        <LocalDatePicker
          id="plan-date"
          value={document.documentDate}
          onChange={(documentDate) => change({ documentDate })}
        />
      </Form.Item>
    </>
  )
}

/** What kind of plan it is, and the days between which it runs. */
function KindAndSpan({ document, change }: FactsProps) {
  const isBackwards = document.endsOn < document.startsOn
  return (
    <>
      <Form.Item label="种类" htmlFor="plan-kind">
        <Select<PlanKind>
          id="plan-kind"
          value={document.kind}
          options={planKindVocabulary.entries.map(({ value, label }) => ({ value, label }))}
          onChange={(kind) => change({ kind })}
        />
      </Form.Item>
      <Form.Item label="开始日期" htmlFor="plan-starts">
        <LocalDatePicker
          id="plan-starts"
          isClearable={false}
          value={document.startsOn}
          onChange={(startsOn) => (startsOn === null ? undefined : change({ startsOn }))}
        />
      </Form.Item>
      <Form.Item
        label="结束日期"
        htmlFor="plan-ends"
        {...(isBackwards ? { validateStatus: 'error', help: '结束日期早于开始日期。' } : {})}
      >
        <LocalDatePicker
          id="plan-ends"
          isClearable={false}
          value={document.endsOn}
          onChange={(endsOn) => (endsOn === null ? undefined : change({ endsOn }))}
        />
      </Form.Item>
    </>
  )
}

/** How often units report, and when they are warned. */
function ReportingRules({ document, change }: FactsProps) {
  return (
    <>
      <Form.Item label="填报周期" htmlFor="plan-cadence">
        <Select<ReportingCadence>
          id="plan-cadence"
          value={document.reportingCadence}
          options={reportingCadenceVocabulary.entries.map(({ value, label }) => ({ value, label }))}
          onChange={(reportingCadence) => change({ reportingCadence })}
        />
      </Form.Item>
      <Setting
        id="plan-grace"
        label="填报宽限天数"
        unit="天"
        name="reportGraceDays"
        document={document}
        change={change}
      />
      <Setting
        id="plan-warning"
        label="到期前预警天数"
        unit="天"
        name="warningDays"
        document={document}
        change={change}
      />
      <Setting
        id="plan-behind"
        label="进度落后预警"
        unit="个百分点"
        name="behindPoints"
        document={document}
        change={change}
      />
    </>
  )
}

interface SettingProps extends FactsProps {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly name: keyof typeof planSettings
}

/** One figure that the plan sets for itself, within its bounds; left empty it stays what it was. */
function Setting({ id, label, unit, name, document, change }: SettingProps) {
  const { least, most } = planSettings[name]
  const [isEmpty, setIsEmpty] = useState(false)
  return (
    <Form.Item label={label} htmlFor={id}>
      <InputNumber
        id={id}
        min={least}
        max={most}
        precision={0}
        suffix={unit}
        value={isEmpty ? null : document[name]}
        onChange={(figure) => {
          setIsEmpty(figure === null)
          if (figure !== null) change({ [name]: figure })
        }}
        onBlur={() => setIsEmpty(false)}
      />
    </Form.Item>
  )
}
