import type { UnitGroupId, UnitId } from '@/domain/ids'
import { kindsInWords, memberKindsOf, parseMembers, type MemberList } from '@/domain/plan-draft/group-members'
import { unitKindVocabulary, type UnitKind } from '@/domain/units/unit-kind-vocabulary'
import { Buttons } from '@/ui/Buttons'
import { Field } from '@/ui/Field'
import { MutationForm } from '@/ui/MutationForm'
import { Button, Radio, Select } from 'antd'
import TextArea from 'antd/es/input/TextArea'
import { useMemo, useState } from 'react'
import type { NameFormProps } from './name-form'
import styles from './NameTable.module.css'
import { useDesk } from './use-desk'
import { useNameActions } from './use-name-actions'

/** The units that a collective name stands for: a group that is there, or one made now, with units made along with it. */
export function MakeGroupForm({ name, onDone, onCancel }: NameFormProps) {
  const index = useDesk((desk) => desk.index)
  const actions = useNameActions()
  const kinds = useMemo(() => memberKindsOf(name), [name])
  const [groupId, setGroupId] = useState<UnitGroupId | null>(null)
  const [chosen, setChosen] = useState<readonly UnitId[]>([])
  const [written, setWritten] = useState('')
  const [isNew, setIsNew] = useState(true)
  const list = useMemo(() => parseMembers(written, kinds, index), [written, kinds, index])
  const memberIds = [...new Set([...chosen, ...list.known.map(({ id }) => id)])]
  const size = memberIds.length + list.fresh.length
  const submit = async () => {
    if (isNew) await actions.makeGroup(name, memberIds, list.fresh)
    else if (groupId !== null) await actions.remember(name, { kind: 'group', groupId })
  }
  return (
    <MutationForm
      actionLabel={isNew ? `建单位组（${size} 个成员）` : '对应到此单位组'}
      isReady={isNew ? size > 0 && list.problems.length === 0 : groupId !== null}
      onDone={onDone}
      onCancel={onCancel}
      onSave={submit}
    >
      {index.groups.size > 0 ? (
        <Radio.Group
          value={isNew}
          options={[
            { value: true, label: '新建单位组' },
            { value: false, label: '用已有的单位组' },
          ]}
          onChange={(event) => setIsNew(event.target.value === true)}
        />
      ) : null}
      {isNew ? (
        <>
          <MemberPicker kinds={kinds} memberIds={chosen} onChange={setChosen} />
          <Field
            label={`成员名称${kinds.length === 0 ? '' : `（${kindsInWords(kinds)}）`}，一行一个或用顿号隔开，可粘贴`}
          >
            <TextArea autoFocus rows={6} value={written} onChange={(event) => setWritten(event.target.value)} />
          </Field>
          <ListSummary list={list} />
        </>
      ) : (
        <Field label="单位组">
          <Select
            className={styles.wide ?? ''}
            value={groupId}
            options={[...index.groups.values()].map((group) => ({
              value: group.id,
              label: `${group.name}（${group.memberIds.length} 个成员）`,
            }))}
            onChange={setGroupId}
          />
        </Field>
      )}
    </MutationForm>
  )
}

/** What the pasted list will make, and what is wrong with it. */
function ListSummary({ list: { known, fresh, problems } }: { readonly list: MemberList }) {
  const made = unitKindVocabulary.entries.flatMap(({ value, label }) => {
    const names = fresh.filter(({ kind }) => kind === value).map(({ name }) => name)
    return names.length === 0 ? [] : [`新建 ${names.length} 个${label}：${names.join('、')}`]
  })
  const there = known.length === 0 ? [] : [`已有 ${known.length} 个：${known.map(({ name }) => name).join('、')}`]
  return (
    <div role="status">
      {[...made, ...there].map((words) => (
        <p key={words} className="soft">
          {words}
        </p>
      ))}
      {problems.map((problem) => (
        <p key={problem} className={styles.problem}>
          {problem}
        </p>
      ))}
    </div>
  )
}

interface MemberPickerProps {
  /** What may be a member; empty for anything. */
  readonly kinds: readonly UnitKind[]
  readonly memberIds: readonly UnitId[]
  readonly onChange: (memberIds: readonly UnitId[]) => void
}

/** Units that are there and may be meant; nothing while there are none. */
function MemberPicker({ kinds, memberIds, onChange }: MemberPickerProps) {
  const index = useDesk((desk) => desk.index)
  const units = useMemo(
    () =>
      [...index.units.values()].filter(
        (unit) => unit.retiredOn === null && (kinds.length === 0 || kinds.includes(unit.kind)),
      ),
    [index, kinds],
  )
  const addKind = (kind: UnitKind) =>
    onChange([...new Set([...memberIds, ...units.filter((unit) => unit.kind === kind).map((unit) => unit.id)])])
  const offered = unitKindVocabulary.entries.filter(({ value }) => units.some((unit) => unit.kind === value))
  if (units.length === 0) return null
  return (
    <div className={styles.members}>
      <Buttons>
        {offered.map(({ value, label }) => (
          <Button key={value} size="small" onClick={() => addKind(value)}>
            加全部{label}
          </Button>
        ))}
      </Buttons>
      <Field label={`已有单位（已选 ${memberIds.length} 个）`}>
        <Select
          className={styles.wide ?? ''}
          mode="multiple"
          placeholder="选择单位"
          value={[...memberIds]}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={onChange}
        />
      </Field>
    </div>
  )
}
