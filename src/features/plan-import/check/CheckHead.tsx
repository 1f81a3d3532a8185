import { paths } from '@/domain/addresses/paths'
import { documentInWords } from '@/domain/plan-draft/document-facts'
import { Buttons } from '@/ui/Buttons'
import { Notice } from '@/ui/Notice'
import { PageHeader } from '@/ui/PageHeader'
import { openedPart } from '@/ui/lazy-part'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { DiscardDraft } from './DiscardDraft'
import { DraftSourceFile } from './DraftSourceFile'
import { EditTools } from './EditTools'
import { useDesk } from './use-desk'
import { useIsNarrow } from '@/ui/use-media-query'

const IssueDialog = openedPart(() => import('./IssueDialog').then((module) => module.IssueDialog))

/** The plan's facts in a line, whether everything is saved, undo, and the one main action. */
export function CheckHead() {
  const facts = useDesk((desk) => desk.draft.document)
  const { fileName, file } = useDesk((desk) => desk.source)
  const isNarrow = useIsNarrow()
  const [isIssuing, setIsIssuing] = useState(false)
  return (
    <>
      <PageHeader
        back={<Link to={paths.plans.to()}>计划</Link>}
        title={`核对：${facts.title === '' ? '未填名称的计划' : facts.title}`}
        description={
          <>
            {documentInWords(facts)} · {file === undefined ? `来自「${fileName}」` : <DraftSourceFile file={file} />}
          </>
        }
        secondary={
          <Buttons>
            {isNarrow ? <EditTools /> : null}
            <DiscardDraft />
          </Buttons>
        }
        action={
          <Button type="primary" onClick={() => setIsIssuing(true)}>
            下达计划
          </Button>
        }
      />
      {facts.kindDoubt === undefined ? null : (
        <Notice tone="warning" role="note" aria-label="导入时的识别结果">
          导入时{facts.kindDoubt}已按要求导入，请逐项核对。
        </Notice>
      )}
      <IssueDialog isOpen={isIssuing} onClose={() => setIsIssuing(false)} />
    </>
  )
}
