import { Buttons } from '@/ui/Buttons'
import { SaveState } from '@/ui/SaveState'
import { Button } from 'antd'
import type { DraftEditor } from './use-draft-editor'

/** Whether everything is saved, and the way back. */
export function EditTools({ editor }: { readonly editor: DraftEditor }) {
  const { saver, saving } = editor
  return (
    <Buttons>
      <SaveState phase={saving.phase} savedAt={saving.savedAt} onRetry={() => void saver.flush()} />
      <Button type="text" size="small" title="Ctrl+Z" disabled={!editor.canUndo} onClick={editor.undo}>
        撤销
      </Button>
      <Button type="text" size="small" title="Ctrl+Y" disabled={!editor.canRedo} onClick={editor.redo}>
        重做
      </Button>
    </Buttons>
  )
}
