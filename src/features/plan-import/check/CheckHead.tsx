import { paths } from '@/domain/addresses/paths'
import { yearOf } from '@/domain/local-date/local-date'
import type { DraftDocument } from '@/domain/plan-draft/plan-draft'
import { planKindVocabulary } from '@/domain/plans/plan-kind-vocabulary'
import { Buttons } from '@/ui/Buttons'
import { PageHeader } from '@/ui/PageHeader'
import { lazyPart } from '@/ui/lazy-part'
import { Button } from 'antd'
import { OnceOpened } from '@/ui/OnceOpened'
import { useState } from 'react'
import { Link } from 'react-router'
import { DiscardDraft } from './DiscardDraft'
import { EditTools } from './EditTools'
import { useDesk } from './use-desk'
import { useIsNarrow } from '@/ui/use-media-query'

const IssueDialog = lazyPart(() => import('./IssueDialog').then((module) => module.IssueDialog))

/** The plan's facts in a line, whether everything is saved, undo, and the one main action. */
export function CheckHead() {
  const facts = useDesk((desk) => desk.draft.document)
  const { fileName } = useDesk((desk) => desk.source)
  const isNarrow = useIsNarrow()
  const [isIssuing, setIsIssuing] = useState(false)
  return (
    <>
      <PageHeader
        back={<Link to={paths.plans.to()}>计划</Link>}
        title={`核对：${facts.title === '' ? '未填名称的计划' : facts.title}`}
        description={`${factsInWords(facts)} · 来自「${fileName}」`}
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
      <OnceOpened isOpen={isIssuing}>
        <IssueDialog isOpen={isIssuing} onClose={() => setIsIssuing(false)} />
      </OnceOpened>
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
