import { isSure, unitsToMake, type LikelyName } from '@/domain/plan-draft/likely-meanings'
import { FormError } from '@/ui/FormError'
import { useAttempt } from '@/ui/use-attempt'
import { Button } from 'antd'
import { allInWords } from './name-words'
import styles from './NameTable.module.css'
import { useDesk } from './use-desk'
import { useNameActions } from './use-name-actions'

interface AcceptAllProps {
  /** The names that stand for nothing yet. */
  readonly names: readonly LikelyName[]
  readonly onDone: () => void
}

/** Everything that is sure in one go, said beforehand in figures and row by row below; the rest stays to be decided. */
export function AcceptAll({ names, onDone }: AcceptAllProps) {
  const actions = useNameActions()
  const index = useDesk((desk) => desk.index)
  const { isBusy, error, run } = useAttempt()
  const sure = names.filter(isSure)
  const units = unitsToMake(sure, names, index)
  const accept = async () => {
    if (await run(() => actions.accept(sure, units))) onDone()
  }
  return (
    <div className={styles.all} role="status">
      <p>
        <strong>{names.length} 个名称未对应。</strong>
        {allInWords(
          sure,
          names.filter((one) => !sure.includes(one)),
          units.length,
        )}
        。
      </p>
      {sure.length === 0 ? null : (
        <Button type="primary" loading={isBusy} onClick={() => void accept()}>
          采用全部有把握的（{sure.length}）
        </Button>
      )}
      <FormError error={error} />
    </div>
  )
}
