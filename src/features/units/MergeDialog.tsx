import { mergePreviewOptions, useMergeUnits } from '@/data/units/merging'
import type { Unit } from '@/data/units/queries'
import type { UnitId } from '@/domain/ids'
import { Field } from '@/ui/Field'
import { FormDialog } from '@/ui/FormDialog'
import { MutationForm } from '@/ui/MutationForm'
import { QueryState } from '@/ui/QueryState'
import { Skeleton } from '@/ui/Skeleton'
import { useCloseGuard } from '@/ui/use-close-guard'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { MergeSummary } from './MergeSummary'
import { ReasonItem } from './ReasonItem'
import styles from './UnitQuestion.module.css'

interface MergeDialogProps {
  readonly isOpen: boolean
  /** The one that goes. */
  readonly unit: Unit
  readonly units: readonly Unit[]
  readonly onClose: () => void
}

/** Makes one unit of two that are one: which one stays, what goes over, and why. */
export function MergeDialog({ isOpen, unit, units, onClose }: MergeDialogProps) {
  return (
    <FormDialog isOpen={isOpen} title={`把${unit.name}并入其他单位`} width={640} onClose={onClose}>
      <MergeQuestion unit={unit} units={units} onClose={onClose} />
    </FormDialog>
  )
}

function MergeQuestion({ unit, units, onClose }: Omit<MergeDialogProps, 'isOpen'>) {
  const [intoId, setIntoId] = useState<UnitId | null>(null)
  const kept = units.find(({ id }) => id === intoId)
  const choices = units.filter(({ id, retiredOn }) => id !== unit.id && retiredOn === null)
  return (
    <div className={styles.parts}>
      <Field label="保留哪个单位">
        <Select<UnitId>
          aria-label="保留哪个单位"
          className={styles.whole ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="输入名称查找"
          options={choices.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setIntoId}
        />
      </Field>
      {kept === undefined ? (
        <p>两个单位其实是同一个时使用。任务、反馈、佐证、账号、别名和联系人都归保留的单位，历史不变。</p>
      ) : (
        <MergeForm key={kept.id} unit={unit} kept={kept} onClose={onClose} />
      )}
    </div>
  )
}

interface MergeFormProps {
  readonly unit: Unit
  readonly kept: Unit
  readonly onClose: () => void
}

function MergeForm({ unit, kept, onClose }: MergeFormProps) {
  const query = useQuery(mergePreviewOptions(unit.id, kept.id))
  const { mutateAsync } = useMergeUnits()
  const { finish } = useCloseGuard()
  const isBlocked = query.data?.shared.some(({ hasReportsOfBoth }) => hasReportsOfBoth) ?? true
  return (
    <MutationForm<{ readonly reason: string }>
      name="merge"
      actionLabel={`并入${kept.name}`}
      isDanger
      isReady={!isBlocked}
      savedWords={`${unit.name}已并入${kept.name}`}
      onSave={({ reason }) => mutateAsync({ unitId: unit.id, intoId: kept.id, reason: reason.trim() })}
      onDone={finish}
      onCancel={onClose}
    >
      <QueryState query={query} skeleton={<Skeleton rows={4} />}>
        {(preview) => <MergeSummary preview={preview} unit={unit} kept={kept} />}
      </QueryState>
      <ReasonItem placeholder="如：同一单位的两种写法" />
    </MutationForm>
  )
}
