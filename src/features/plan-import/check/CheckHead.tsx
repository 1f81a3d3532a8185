import { paths } from '@/domain/addresses/paths'
import { yearOf } from '@/domain/local-date/local-date'
import type { DraftDocument } from '@/domain/plan-draft/plan-draft'
import type { DraftName } from '@/domain/plan-draft/unit-names'
import { planKindVocabulary } from '@/domain/plans/plan-kind-vocabulary'
import { Buttons } from '@/ui/Buttons'
import { PageHeader } from '@/ui/PageHeader'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { DiscardDraft } from './DiscardDraft'
import { EditTools } from './EditTools'
import { IssueDialog } from './IssueDialog'
import type { DraftEditor } from './use-draft-editor'

interface CheckHeadProps {
  readonly editor: DraftEditor
  readonly planId: string
  readonly fileName: string
  readonly names: readonly DraftName[]
  readonly isNarrow: boolean
}

/** The plan's facts in a line, whether everything is saved, undo, and the one main action. */
export function CheckHead({ editor, planId, fileName, names, isNarrow }: CheckHeadProps) {
  const { draft } = editor
  const [isIssuing, setIsIssuing] = useState(false)
  return (
    <>
      <PageHeader
        back={<Link to={paths.plans.to()}>计划</Link>}
        title={`核对：${draft.document.title === '' ? '未填名称的计划' : draft.document.title}`}
        description={`${factsInWords(draft.document)} · 来自「${fileName}」`}
        secondary={
          <Buttons>
            {isNarrow ? <EditTools editor={editor} /> : null}
            <DiscardDraft editor={editor} planId={planId} />
          </Buttons>
        }
        action={
          <Button type="primary" onClick={() => setIsIssuing(true)}>
            下达计划
          </Button>
        }
      />
      <IssueDialog
        isOpen={isIssuing}
        editor={editor}
        planId={planId}
        names={names}
        onClose={() => setIsIssuing(false)}
      />
    </>
  )
}

function factsInWords(document: DraftDocument): string {
  const [from, to] = [yearOf(document.startsOn), yearOf(document.endsOn)]
  const facts = [
    planKindVocabulary.label(document.kind),
    document.issuingBody,
    document.documentNumber,
    document.documentDate === null ? null : `${document.documentDate} 成文`,
    from === to ? `${from} 年` : `${from}—${to} 年`,
  ]
  return facts.filter((fact) => fact !== null && fact !== '').join(' · ')
}
