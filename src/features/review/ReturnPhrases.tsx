import type { UserId } from '@/domain/ids'
import { Buttons } from '@/ui/Buttons'
import { Button, Modal } from 'antd'
import TextArea from 'antd/es/input/TextArea'
import { useState } from 'react'
import { keepPhrases, readPhrases } from './return-phrases'
import styles from './ReviewDesk.module.css'

interface ReturnPhrasesProps {
  readonly userId: UserId
  readonly onChoose: (phrase: string) => void
}

/** Ready phrases, and the way to write one's own. */
export function ReturnPhrases({ userId, onChoose }: ReturnPhrasesProps) {
  const [phrases, setPhrases] = useState(() => readPhrases(userId))
  const [text, setText] = useState<string | null>(null)
  const save = () => {
    setPhrases(keepPhrases(userId, text ?? ''))
    setText(null)
  }
  return (
    <div className={styles.phrases}>
      <Buttons>
        {phrases.map((phrase) => (
          <Button key={phrase} size="small" onClick={() => onChoose(phrase)}>
            {phrase}
          </Button>
        ))}
        <Button size="small" type="text" onClick={() => setText(phrases.join('\n'))}>
          修改常用语
        </Button>
      </Buttons>
      <Modal open={text !== null} title="我的常用语" okText="保存" onOk={save} onCancel={() => setText(null)}>
        <p className="faint">每行一句，存在本机。清空后恢复默认。</p>
        <TextArea aria-label="常用语" rows={8} value={text ?? ''} onChange={(event) => setText(event.target.value)} />
      </Modal>
    </div>
  )
}
