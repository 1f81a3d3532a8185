import { isInUse } from '@/data/units/is-in-use'
import { useDeleteUnit, useRetireUnit } from '@/data/units/mutations'
import type { Unit } from '@/data/units/queries'
import { Buttons } from '@/ui/Buttons'
import { FormError } from '@/ui/FormError'
import { useCloseGuard } from '@/ui/use-close-guard'
import { useToday } from '@/ui/use-today'
import { Button, Popconfirm } from 'antd'
import styles from './AliasEditor.module.css'

interface UnitEndProps {
  readonly unit: Unit
}

/** Retires, restores or deletes a unit; one in use can only be retired. */
export function UnitEnd({ unit }: UnitEndProps) {
  const today = useToday()
  const { finish } = useCloseGuard()
  const retire = useRetireUnit()
  const remove = useDeleteUnit()
  const isUsed = remove.error !== null && isInUse(remove.error)
  const setRetired = (retiredOn: typeof unit.retiredOn) =>
    retire.mutate({ id: unit.id, retiredOn }, { onSuccess: () => remove.reset() })
  return (
    <section className={styles.section} aria-label="停用或删除">
      <h3>停用或删除</h3>
      <p className={styles.hint}>停用后不再接新任务，已有的任务和记录都会保留。没有用过的单位可以删除。</p>
      {isUsed ? (
        <p role="alert">此单位已有任务、账号，或在单位组里，不能删除。可以停用。</p>
      ) : (
        <FormError error={remove.error} />
      )}
      <FormError error={retire.error} />
      <Buttons>
        {unit.retiredOn === null ? (
          <Button
            onClick={() => setRetired(today)}
            loading={retire.isPending}
            {...(isUsed ? { type: 'primary' as const } : {})}
          >
            停用
          </Button>
        ) : (
          <Button onClick={() => setRetired(null)} loading={retire.isPending}>
            恢复使用
          </Button>
        )}
        <Popconfirm
          title={`删除${unit.name}？`}
          okText="删除"
          onConfirm={() => remove.mutate(unit.id, { onSuccess: finish })}
        >
          <Button danger loading={remove.isPending}>
            删除
          </Button>
        </Popconfirm>
      </Buttons>
    </section>
  )
}
