import { Buttons } from '@/ui/Buttons'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { Button } from 'antd'
import { ColumnMappings } from './ColumnMappings'
import type { FoundPlansProps } from './FoundPlans'

interface NoPlanProps extends FoundPlansProps {
  /** What the document seems to be; empty when it is a plan without tasks. */
  readonly reason: string
}

/** Why the document is not imported, and the clerk's word that it is to be all the same. */
export function NoPlan({ source, read, reason, onAgain, onReadAgain }: NoPlanProps) {
  return (
    <>
      <Paper title={source.fileName}>
        <div role="alert">
          <EmptyState
            title={reason === '' ? '没有找到任务。' : `没有导入：${reason}`}
            hint="这里只导入工作要点、行动计划和任务分解表。如果选错了文件，请换一份；如果正文不全，请粘贴完整的正文；如果确实是计划，可仍然导入，再在原文里划出任务。"
            action={
              <Buttons>
                <Button type="primary" onClick={onAgain}>
                  换一份文件
                </Button>
                <Button onClick={() => onReadAgain({ isTakenAsPlan: true })}>仍然导入</Button>
              </Buttons>
            }
          />
        </div>
      </Paper>
      {reason === '' ? <ColumnMappings read={read} onApply={(tableColumns) => onReadAgain({ tableColumns })} /> : null}
    </>
  )
}
