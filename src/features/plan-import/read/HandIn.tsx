import { Buttons } from '@/ui/Buttons'
import { Field } from '@/ui/Field'
import { FilePicker } from '@/ui/FilePicker'
import type { FileRule } from '@/ui/file-rule'
import { Button } from 'antd'
import TextArea from 'antd/es/input/TextArea'
import { useState } from 'react'
import styles from './HandIn.module.css'
import type { PlanInput } from './read-plan-input'
import type { ReadingSource } from './use-plan-reading'

const MAX_BYTES = 50 * 1024 * 1024
const PASTED_NAME = '粘贴的正文'

/**
 * Old and foreign formats are taken too: reading them explains what to do, which a bare refusal would not.
 */
const planFileRule: FileRule = {
  extensions: [
    'docx',
    'pdf',
    'xlsx',
    'csv',
    'txt',
    'html',
    'htm',
    'doc',
    'xls',
    'wps',
    'et',
    'ofd',
    'rtf',
    'tsv',
    'md',
    'jpg',
    'jpeg',
    'png',
  ],
  maxBytes: MAX_BYTES,
  kindsInWords: 'Word（.docx）、PDF、Excel（.xlsx）、CSV、网页（.html）或文本（.txt）文件',
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  csv: 'text/csv',
  html: 'text/html',
  htm: 'text/html',
}

interface HandInProps {
  readonly onStart: (source: ReadingSource, input: PlanInput | (() => Promise<PlanInput>)) => void
}

/** Drop a file, or paste the text; what is pasted from Word or a page keeps its tables. */
export function HandIn({ onStart }: HandInProps) {
  const takeFile = (file: File) =>
    onStart({ fileName: file.name, mediaType: mediaTypeOf(file.name), file }, async () => ({
      kind: 'file',
      fileName: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    }))
  return (
    <div className={styles.handIn}>
      <div className={styles.drop}>
        <FilePicker
          rule={planFileRule}
          label="把计划文件拖到这里，或点击选择"
          onFiles={(files) => {
            const file = files[0]
            if (file !== undefined) takeFile(file)
          }}
        />
      </div>
      <PasteBox
        onStart={(input) =>
          onStart(
            { fileName: PASTED_NAME, mediaType: input.kind === 'html' ? 'text/html' : 'text/plain', file: null },
            input,
          )
        }
      />
    </div>
  )
}

function PasteBox({ onStart }: { readonly onStart: (input: PlanInput) => void }) {
  const [text, setText] = useState('')
  /** The pasted page, as long as its text stands in the box unchanged. */
  const [html, setHtml] = useState<string | null>(null)

  const paste = (event: React.ClipboardEvent<HTMLTextAreaElement>) => {
    const markup = event.clipboardData.getData('text/html')
    if (markup === '' || text.trim() !== '') return
    event.preventDefault()
    setHtml(markup)
    setText(event.clipboardData.getData('text/plain'))
  }

  return (
    <div>
      <Field label="或粘贴正文（从 Word、WPS 或网页复制，表格会保留）">
        <TextArea
          rows={8}
          value={text}
          onPaste={paste}
          onChange={(event) => {
            setText(event.target.value)
            setHtml(null)
          }}
        />
      </Field>
      <Buttons {...(html === null ? {} : { note: '已带格式粘贴' })}>
        <Button
          disabled={text.trim() === ''}
          onClick={() => onStart(html === null ? { kind: 'text', text } : { kind: 'html', html })}
        >
          识别正文
        </Button>
      </Buttons>
    </div>
  )
}

function mediaTypeOf(fileName: string): string {
  const ending = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()
  return MEDIA_TYPES[ending] ?? 'text/plain'
}
