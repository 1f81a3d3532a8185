import type { UnitGroupId, UnitId } from '@/domain/ids'
import type { NameIndex } from '@/domain/plan-draft/unit-names'
import { Field } from '@/ui/Field'
import { MutationForm } from '@/ui/MutationForm'
import { Checkbox, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { NameFormProps } from './name-form'
import styles from './NameTable.module.css'
import { useDesk } from './use-desk'
import { useNameActions } from './use-name-actions'

/** The unit or group that a name means, found by name or alias. */
export function LinkNameForm({ name, onDone, onCancel }: NameFormProps) {
  const index = useDesk((desk) => desk.index)
  const actions = useNameActions()
  const options = useMemo(() => optionsOf(index), [index])
  const [targetId, setTargetId] = useState<UnitId | UnitGroupId | null>(null)
  const [isAlias, setIsAlias] = useState(true)
  const submit = async () => {
    const target = options.find(({ value }) => value === targetId)?.target
    if (target === undefined) return
    if (isAlias) await actions.remember(name, target)
    else actions.choose(name, target)
  }
  return (
    <MutationForm actionLabel="对应" isReady={targetId !== null} onDone={onDone} onCancel={onCancel} onSave={submit}>
      <Field label="单位或单位组">
        <Select
          className={styles.wide ?? ''}
          autoFocus
          placeholder="输入名称查找"
          value={targetId}
          options={options}
          showSearch={{ filterOption: (input, option) => option?.words.includes(input) === true }}
          onChange={setTargetId}
        />
      </Field>
      <Checkbox checked={isAlias} onChange={(event) => setIsAlias(event.target.checked)}>
        记为别名，下次导入自动对应
      </Checkbox>
    </MutationForm>
  )
}

function optionsOf(index: NameIndex) {
  const units = [...index.units.values()].filter((unit) => unit.retiredOn === null)
  const wordsOf = (one: { readonly name: string; readonly aliases: readonly { readonly alias: string }[] }) =>
    [one.name, ...one.aliases.map(({ alias }) => alias)].join(' ')
  return [
    ...units.map((unit) => ({
      value: unit.id,
      target: { kind: 'unit' as const, unitId: unit.id },
      label: unit.name,
      words: wordsOf(unit),
    })),
    ...[...index.groups.values()].map((group) => ({
      value: group.id,
      target: { kind: 'group' as const, groupId: group.id },
      label: `${group.name}（单位组）`,
      words: wordsOf(group),
    })),
  ]
}
