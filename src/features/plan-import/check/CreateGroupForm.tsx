import type { UnitGroupId, UnitId } from '@/domain/ids'
import { unitKindVocabulary, type UnitKind } from '@/domain/units/unit-kind-vocabulary'
import { MutationForm } from '@/ui/MutationForm'
import { Button, Radio, Select } from 'antd'
import { useMemo, useState } from 'react'
import styles from './NameList.module.css'
import { useDesk } from './use-desk'
import { useNameActions } from './use-name-actions'

/** The units that a collective name stands for: a group there already, or a new one. */
export function CreateGroupForm({ name, onDone }: { readonly name: string; readonly onDone: () => void }) {
  const index = useDesk((desk) => desk.index)
  const actions = useNameActions()
  const [groupId, setGroupId] = useState<UnitGroupId | null>(null)
  const [memberIds, setMemberIds] = useState<readonly UnitId[]>([])
  const [isNew, setIsNew] = useState(true)
  const hasGroups = index.groups.size > 0
  const submit = async () => {
    if (isNew) await actions.createGroup(name, memberIds)
    else if (groupId !== null) await actions.remember(name, { kind: 'group', groupId })
  }
  return (
    <MutationForm
      actionLabel={isNew ? '新建单位组' : '对应到此单位组'}
      isReady={isNew ? memberIds.length > 0 : groupId !== null}
      onDone={onDone}
      onCancel={onDone}
      onSave={submit}
    >
      {hasGroups ? (
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
        <MemberPicker memberIds={memberIds} onChange={setMemberIds} />
      ) : (
        <label className={styles.field}>
          单位组
          <Select
            value={groupId}
            options={[...index.groups.values()].map((group) => ({
              value: group.id,
              label: `${group.name}（${group.memberIds.length} 个成员）`,
            }))}
            onChange={setGroupId}
          />
        </label>
      )}
    </MutationForm>
  )
}

interface MemberPickerProps {
  readonly memberIds: readonly UnitId[]
  readonly onChange: (memberIds: readonly UnitId[]) => void
}

function MemberPicker({ memberIds, onChange }: MemberPickerProps) {
  const index = useDesk((desk) => desk.index)
  const units = useMemo(() => [...index.units.values()].filter((unit) => unit.retiredOn === null), [index])
  const addKind = (kind: UnitKind) =>
    onChange([...new Set([...memberIds, ...units.filter((unit) => unit.kind === kind).map((unit) => unit.id)])])
  const kinds = unitKindVocabulary.entries.filter(({ value }) => units.some((unit) => unit.kind === value))
  if (units.length === 0) return <p className="faint">还没有单位。请先新建单位，再建单位组。</p>
  return (
    <div className={styles.field}>
      <div className={styles.buttons}>
        {kinds.map(({ value, label }) => (
          <Button key={value} size="small" onClick={() => addKind(value)}>
            加全部{label}
          </Button>
        ))}
      </div>
      <label className={styles.field}>
        成员（{memberIds.length} 个）
        <Select
          mode="multiple"
          placeholder="选择单位"
          value={[...memberIds]}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={onChange}
        />
      </label>
    </div>
  )
}
