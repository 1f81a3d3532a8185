import { isInUse } from '@/data/units/is-in-use'
import { useDeleteUnit } from '@/data/units/mutations'
import type { Unit, UnitDirectory } from '@/data/units/queries'
import { useRestoreUnit } from '@/data/units/retiring'
import { Buttons } from '@/ui/Buttons'
import { FormError } from '@/ui/FormError'
import { openedPart } from '@/ui/lazy-part'
import { useCloseGuard } from '@/ui/use-close-guard'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import styles from './UnitSections.module.css'

const RetireDialog = openedPart(() => import('./RetireDialog').then((module) => module.RetireDialog))
const MergeDialog = openedPart(() => import('./MergeDialog').then((module) => module.MergeDialog))

interface UnitEndProps {
  readonly unit: Unit
  readonly directory: UnitDirectory
}

/** Retires, restores, merges or deletes a unit; one in use can not be deleted, and one that was merged is over. */
export function UnitEnd({ unit, directory }: UnitEndProps) {
  const [open, setOpen] = useState<'retire' | 'merge' | null>(null)
  const heir = directory.units.find(({ id }) => id === unit.mergedInto)
  if (heir !== undefined) return <p className={styles.section}>已并入{heir.name}，任务、账号和联系人都在那里。</p>
  const close = () => setOpen(null)
  return (
    <section className={styles.section} aria-label="停用、合并或删除">
      <h3>停用、合并或删除</h3>
      <p className={styles.hint}>
        停用后不再接新任务，记录都会保留。同一单位建成了两个，用合并。没有用过的单位可以删除。
      </p>
      <EndButtons unit={unit} onRetire={() => setOpen('retire')} onMerge={() => setOpen('merge')} />
      <RetireDialog isOpen={open === 'retire'} unit={unit} onClose={close} />
      <MergeDialog isOpen={open === 'merge'} unit={unit} units={directory.units} onClose={close} />
    </section>
  )
}

interface EndButtonsProps {
  readonly unit: Unit
  readonly onRetire: () => void
  readonly onMerge: () => void
}

function EndButtons({ unit, onRetire, onMerge }: EndButtonsProps) {
  const { finish } = useCloseGuard()
  const restore = useRestoreUnit()
  const remove = useDeleteUnit()
  const isUsed = remove.error !== null && isInUse(remove.error)
  return (
    <>
      {isUsed ? (
        <p role="alert">此单位已有任务、账号，或在单位组里，不能删除。可以停用。</p>
      ) : (
        <FormError error={remove.error} />
      )}
      <FormError error={restore.error} />
      <Buttons>
        {unit.retiredOn === null ? (
          <Button onClick={onRetire} {...(isUsed ? { type: 'primary' as const } : {})}>
            停用
          </Button>
        ) : (
          <Button
            onClick={() => restore.mutate(unit.id, { onSuccess: () => remove.reset() })}
            loading={restore.isPending}
          >
            恢复使用
          </Button>
        )}
        <Button onClick={onMerge}>并入其他单位</Button>
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
    </>
  )
}
