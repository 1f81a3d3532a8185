import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { CheckDesk } from '@/features/plan-import/check/CheckDesk'
import { planDraftCopy } from '@/features/plan-import/check/draft-copy'
import { deskDraft, deskText } from '../fixtures/desk-samples'
import { sampleDirectory, sampleSaved } from '../fixtures/draft-samples'
import { userId } from './ids'
import { renderPage } from './render-page'

/** The check desk with a draft on it, in the small county of the samples. */
export function openCheckDesk(of: PlanDraft = deskDraft) {
  const saved = sampleSaved(of)
  return renderPage(
    <CheckDesk
      saved={saved}
      source={{ fileName: '要点.txt', text: deskText }}
      directory={sampleDirectory}
      start={of}
      device={planDraftCopy(userId('me'), saved.planId)}
    />,
    {
      address: '/plans/p1/check',
      pattern: '/plans/:planId/check',
      otherRoutes: [{ path: '/plans/:planId', element: <p>计划页</p> }],
    },
  )
}
