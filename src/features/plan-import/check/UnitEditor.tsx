import { addUnit, updateUnit } from '@/domain/plan-draft/edit-units'
import { updateTask } from '@/domain/plan-draft/edit-tasks'
import type { DraftTask } from '@/domain/plan-draft/plan-draft'
import { assignmentRoleVocabulary, type AssignmentRole } from '@/domain/responsibility/assignment-role-vocabulary'
import { Buttons } from '@/ui/Buttons'
import { TextButton } from '@/ui/TextButton'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import { AutoComplete, Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import styles from './TaskForm.module.css'
import { useDesk, useDeskActions } from './use-desk'
import { UnknownName } from './UnknownName'

const roleOptions = assignmentRoleVocabulary.entries.map(({ value, label }) => ({ value, label }))

/** Who must do the task, each with its role. */
export function UnitEditor({ task }: { readonly task: DraftTask }) {
  const { edit, show } = useDeskActions()
  const names = useDesk((desk) => desk.names)
  const change = (next: (current: DraftTask) => DraftTask) =>
    edit((draft) => {
      const current = draft.tasks.find((one) => one.id === task.id)
      return current === undefined ? draft : updateTask(draft, task.id, { units: next(current).units })
    })
  return (
    <fieldset className={styles.group}>
      <legend>责任单位</legend>
      {task.units.length === 0 ? <p className="faint">还没有责任单位。没有单位的任务也能下达，但没有人填报。</p> : null}
      <ul className={styles.units}>
        {task.units.map((unit, at) => {
          const isUnknown = names.get(unit.name)?.meaning.kind === 'unresolved'
          return (
            <li key={`${at} ${unit.name}`} className={styles.unit}>
              <Select<AssignmentRole>
                size="small"
                aria-label={`${unit.name}的角色`}
                value={unit.role}
                options={roleOptions}
                onChange={(role) => change((current) => updateUnit(current, at, { role }))}
              />
              {isUnknown ? <UnknownName>{unit.name}</UnknownName> : <span>{unit.name}</span>}
              {isUnknown ? <TextButton onClick={() => show('names')}>未对应</TextButton> : null}
              <Button
                size="small"
                type="text"
                icon={<CloseOutlined />}
                aria-label={`移除${unit.name}`}
                onClick={() =>
                  change((current) => ({ ...current, units: current.units.filter((_unit, place) => place !== at) }))
                }
              />
            </li>
          )
        })}
      </ul>
      <AddUnit onAdd={(name, role) => change((current) => addUnit(current, name, role))} />
    </fieldset>
  )
}

function AddUnit({ onAdd }: { readonly onAdd: (name: string, role: AssignmentRole) => void }) {
  const index = useDesk((desk) => desk.index)
  const [name, setName] = useState('')
  const [role, setRole] = useState<AssignmentRole>('responsible')
  const options = useMemo(() => {
    const names = [
      ...index.groups.values(),
      ...[...index.units.values()].filter((unit) => unit.retiredOn === null),
    ].map((one) => one.name)
    return names.map((value) => ({ value }))
  }, [index])
  const add = () => {
    if (name.trim() === '') return
    onAdd(name, role)
    setName('')
  }
  return (
    <Buttons>
      <Select<AssignmentRole> aria-label="新增单位的角色" value={role} options={roleOptions} onChange={setRole} />
      <AutoComplete
        className={styles.addUnitName ?? ''}
        aria-label="新增单位的名称"
        placeholder="单位或单位组名称"
        value={name}
        options={options}
        showSearch={{ filterOption: (input, option) => input !== '' && (option?.value ?? '').includes(input) }}
        onChange={setName}
        onInputKeyDown={(event) => {
          if (event.key === 'Enter') add()
        }}
      />
      <Button onClick={add} disabled={name.trim() === ''}>
        添加单位
      </Button>
    </Buttons>
  )
}
