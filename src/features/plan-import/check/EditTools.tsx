import { Buttons } from '@/ui/Buttons'
import { SaveState } from '@/ui/SaveState'
import { Button } from 'antd'
import { useStore } from 'zustand'
import { useDesk, useDeskActions } from './use-desk'

/** Whether everything is saved, and the way back. */
export function EditTools() {
  const { undo, redo } = useDeskActions()
  const { past, future } = useDesk((desk) => desk.history)
  const autosave = useDesk((desk) => desk.autosave)
  const { phase, savedAt } = useStore(autosave.store)
  return (
    <Buttons>
      <SaveState phase={phase} savedAt={savedAt} onRetry={() => autosave.retry()} />
      <Button type="text" size="small" title="Ctrl+Z" disabled={past.length === 0} onClick={undo}>
        撤销
      </Button>
      <Button type="text" size="small" title="Ctrl+Y" disabled={future.length === 0} onClick={redo}>
        重做
      </Button>
    </Buttons>
  )
}
