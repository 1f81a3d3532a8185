import { updateSection } from '@/domain/plan-draft/edit-sections'
import type { DraftSection } from '@/domain/plan-draft/plan-draft'
import { Button } from 'antd'
import Input from 'antd/es/input/Input'
import styles from './TaskList.module.css'
import { useDeskActions } from './use-desk'

/** A section's number and title while they are corrected. */
export function SectionFields({ section, onDone }: { readonly section: DraftSection; readonly onDone: () => void }) {
  const { edit } = useDeskActions()
  return (
    <form
      className={styles.sectionFields}
      onSubmit={(event) => {
        event.preventDefault()
        onDone()
      }}
    >
      <Input
        aria-label="章节序号"
        className={styles.sectionNumber ?? ''}
        value={section.number ?? ''}
        onChange={(event) =>
          edit(
            (draft) =>
              updateSection(draft, section.id, { number: event.target.value === '' ? null : event.target.value }),
            `${section.id} number`,
          )
        }
      />
      <Input
        aria-label="章节标题"
        autoFocus
        value={section.title}
        onChange={(event) =>
          edit((draft) => updateSection(draft, section.id, { title: event.target.value }), `${section.id} title`)
        }
      />
      <Button htmlType="submit">完成</Button>
    </form>
  )
}
