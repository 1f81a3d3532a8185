import type { PlanId, SubmissionId } from '@/domain/ids'
import { parseLocalDate } from '@/domain/local-date/local-date'
import { ANSWERED_LATER } from '@/domain/reporting/earlier-due'
import { QueryClientProvider, QueryObserver } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, it, vi } from 'vitest'
import { Refused, startFakeApi } from '../../tests/support/fake-api'
import {
  assignmentId,
  milestoneId,
  obligationId,
  planId,
  reportId,
  sourceDocumentId,
  submissionId,
  taskId,
  unitId,
} from '../../tests/support/ids'
import { accountKeys } from './accounts/keys'
import { actionKeys } from './actions/keys'
import { defineCommand, type WriteOptions } from './define-command'
import { useAnswerEarlierDues } from './earlier-dues/mutations'
import { historyKeys } from './history/keys'
import { useAddAncestor, useRemoveAncestor } from './lineage/mutations'
import { lineageKeys } from './lineage/keys'
import { obligationKeys } from './obligations/keys'
import { overviewKeys } from './overview/keys'
import { useDiscardPlanDraft, useImportPlans, useIssuePlan } from './plan-drafts/mutations'
import { planDraftKeys } from './plan-drafts/keys'
import { planKeys } from './plans/keys'
import { useClosePlan } from './plans/mutations'
import { createQueryClient, onMutationFailure } from './query-client'
import { refresh } from './refresh'
import { reportKeys } from './reports/keys'
import { useDiscardReportDraft, useReportNoChange, useSubmitReport } from './reports/mutations'
import { reviewKeys } from './review/keys'
import { useApproveReports, useReopenCompletion, useReviewReport } from './review/mutations'
import { taskKeys } from './tasks/keys'
import {
  useAddAssignment,
  useAmendMilestone,
  useAmendTask,
  useWithdrawAssignment,
  useWithdrawTask,
} from './tasks/mutations'
import { unitKeys } from './units/keys'

const api = startFakeApi()
const owed = obligationId('o1')

/** What rests on the work: a key of every room that shows some of it. */
const WORK = [
  overviewKeys.plans(null, ''),
  overviewKeys.units(null, planId('p1')),
  taskKeys.detail(taskId('t1')),
  taskKeys.search('公开'),
  obligationKeys.mine(false),
  actionKeys.of('plan', planId('p1')),
  reportKeys.history(owed, 20),
  reviewKeys.plans(),
  reviewKeys.queue({ planId: planId('p1'), unitId: '', isCompletingOnly: false, page: 1, pageSize: 20 }),
  planKeys.detail(planId('p1')),
  lineageKeys.task(taskId('t1')),
  historyKeys.task(taskId('t1'), null),
]
/** What rests on something else, or is only read once. */
const OTHER = [
  unitKeys.options(),
  accountKeys.current(),
  planDraftKeys.detail(planId('p1')),
  taskKeys.sourceText(sourceDocumentId('d1')),
]

const reason = '理由'
const revision = { reportId: reportId('r1'), revision: 1 }

/** As much of a write as a test needs: hooks of different inputs stand in one table. */
type Runnable<Input> = () => { readonly mutateAsync: (input: Input) => Promise<unknown> }
type Run = readonly [name: string, run: () => ReturnType<typeof runWrite>]

/** A command with an input that it takes. */
function row<Input>(name: string, hook: Runnable<Input>, input: NoInfer<Input>): Run {
  return [name, () => runWrite(hook, input)]
}

const WORK_COMMANDS: readonly Run[] = [
  row('useImportPlans', useImportPlans, {
    fileName: 'a.txt',
    mediaType: 'text/plain',
    file: null,
    document: { text: '', tables: [], headings: [] },
    drafts: [],
  }),
  row('useIssuePlan', useIssuePlan, { planId: planId('p1'), revision: 1, earlierDues: ANSWERED_LATER }),
  row('useDiscardPlanDraft', useDiscardPlanDraft, planId('p1')),
  row('useClosePlan', useClosePlan, { planId: planId('p1'), reason }),
  row('useAmendTask', useAmendTask, { taskId: taskId('t1'), title: '', requirement: '', reason }),
  row('useWithdrawTask', useWithdrawTask, { taskId: taskId('t1'), reason }),
  row('useAddAssignment', useAddAssignment, {
    taskId: taskId('t1'),
    unitId: unitId('u1'),
    role: 'lead',
    reason,
    earlierDues: ANSWERED_LATER,
  }),
  row('useWithdrawAssignment', useWithdrawAssignment, { assignmentId: assignmentId('a1'), reason }),
  row('useAmendMilestone', useAmendMilestone, {
    milestoneId: milestoneId('m1'),
    dueOn: parseLocalDate('2021-09-30'),
    requirement: '',
    weight: 1,
    reason,
  }),
  row('useAnswerEarlierDues', useAnswerEarlierDues, { taskId: taskId('t1'), answers: ANSWERED_LATER }),
  row('useSubmitReport', useSubmitReport, revision),
  row('useDiscardReportDraft', useDiscardReportDraft, revision),
  row('useReportNoChange', useReportNoChange, owed),
  row('useReviewReport', useReviewReport, {
    submissionId: submissionId('s1'),
    decision: 'approved',
    reason: '',
    rejectedEvidenceIds: [],
  }),
  row('useApproveReports', useApproveReports, [submissionId('s1')]),
  row('useReopenCompletion', useReopenCompletion, { obligationId: owed, reason }),
  row('useAddAncestor', useAddAncestor, {
    taskId: taskId('t1'),
    ancestor: { taskId: taskId('t0'), milestoneId: null },
  }),
  row('useRemoveAncestor', useRemoveAncestor, { taskId: taskId('t1'), ancestorId: taskId('t0') }),
]

/** Runs a write in a page that has read something of every room; answers what is old afterwards, and what was told. */
async function runWrite<Input>(hook: Runnable<Input>, input: NoInfer<Input>) {
  const queryClient = createQueryClient()
  for (const queryKey of [...WORK, ...OTHER]) queryClient.setQueryData(queryKey, [])
  const told = vi.fn()
  onMutationFailure(told)
  const { result } = renderHook(hook, {
    wrapper: ({ children }) => <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>,
  })
  const error = await act(() =>
    result.current.mutateAsync(input).then(
      () => null,
      (thrown: Error) => thrown,
    ),
  )
  const isOld = (queryKey: readonly unknown[]) => queryClient.getQueryState(queryKey)?.isInvalidated === true
  return { error, old: [...WORK, ...OTHER].filter(isOld), isNoticeShown: told.mock.calls.length > 0 }
}

/** A server that does whatever is asked of it. */
function answerEverything() {
  const changed = [{ task_id: 't1', report_id: 'r1', revision: 1, saved_at: '2021-09-30T00:00:00Z' }]
  api.server.use(
    http.get('http://api.test/rest/v1/*', () => HttpResponse.json([])),
    http.all('http://api.test/rest/v1/*', () => HttpResponse.json(changed)),
  )
}

function refuseEverything() {
  const refusal = { message: 'plan_is_closed', code: 'PT409', details: '', hint: null }
  api.server.use(
    http.get('http://api.test/rest/v1/*', () => HttpResponse.json([])),
    http.all('http://api.test/rest/v1/*', () => HttpResponse.json(refusal, { status: 409 })),
  )
}

it.each(WORK_COMMANDS)('%s leaves nothing of the work old, and touches nothing else', async (_name, run) => {
  answerEverything()
  expect(await run()).toEqual({ error: null, old: WORK, isNoticeShown: false })
})

/** Has no form: a popover closes before the answer is here. */
const TOLD_OVER_THE_PAGE = ['useRemoveAncestor']

it.each(WORK_COMMANDS)('%s shows a refusal in its place, and reads the work again', async (name, run) => {
  refuseEverything()
  const { error, old, isNoticeShown } = await run()
  expect(error).toMatchObject({ code: 'plan_is_closed' })
  expect(old).toEqual(WORK)
  expect(isNoticeShown).toBe(TOLD_OVER_THE_PAGE.includes(name))
})

/** Everything that a room of `data` offers for writing, whichever file it stands in. */
function writesOf(): Record<string, Required<WriteOptions>> {
  const modules = import.meta.glob<Record<string, unknown>>(['./*/*.ts', '!./*/*.test.ts'], { eager: true })
  const isWrite = (value: unknown): value is Required<WriteOptions> => typeof value === 'function' && 'changes' in value
  const found = Object.values(modules).flatMap((module) => Object.entries(module))
  return Object.fromEntries(found.flatMap(([name, value]) => (isWrite(value) ? [[name, value] as const] : [])))
}

it('the table names every command that changes the work', () => {
  const found = Object.entries(writesOf()).filter(([, { changes }]) => changes === 'work')
  expect(found.map(([name]) => name).toSorted()).toEqual(WORK_COMMANDS.map(([name]) => name).toSorted())
})

it('only these change something else, and only these are told over the page', () => {
  const writes = Object.entries(writesOf())
  const named = (test: (hook: Required<WriteOptions>) => boolean) =>
    writes
      .filter(([, hook]) => test(hook))
      .map(([name]) => name)
      .toSorted()
  expect(named(({ changes }) => changes === 'nothing')).toEqual([
    'useChangePassword',
    'useDownloadSourceFile',
    'useResetPassword',
    'useSignIn',
    'useSignOut',
    'useSignUp',
  ])
  expect(named(({ changes }) => changes === 'working copy')).toEqual([
    'useAddFileEvidence',
    'useAddLinkEvidence',
    'useAttachEvidence',
    'useDeleteEvidence',
    'useDetachEvidence',
  ])
  expect(named(({ changes }) => changes === 'everything')).toEqual(['useMergeUnits', 'useRetireUnit'])
  expect(named(({ changes }) => changes === 'source files')).toEqual(['useKeepSourceFile'])
  expect(named(({ isErrorShownInPlace }) => !isErrorShownInPlace)).toEqual([
    'useAcknowledgePasswordReset',
    'useDeleteEvidence',
    'useDetachEvidence',
    'useDownloadSourceFile',
    'useRemoveAncestor',
    'useRevokeInvitation',
    'useSignOut',
  ])
})

it('what changes everything leaves nothing of the work old either', async () => {
  const queryClient = createQueryClient()
  for (const queryKey of WORK) queryClient.setQueryData(queryKey, [])
  await refresh(queryClient, 'everything')
  expect(WORK.filter((queryKey) => queryClient.getQueryState(queryKey)?.isInvalidated !== true)).toEqual([])
})

it('asks nothing of the server when what must hold before does not', async () => {
  const useGuarded = defineCommand('close_plan', (id: PlanId) => ({ p_plan_id: id, p_reason: '' }), {
    before: () => Promise.reject(new Error('not yet')),
  })
  api.rpc('close_plan', () => null)
  expect((await runWrite(useGuarded, planId('p1'))).error?.message).toBe('not yet')
  expect(api.calls).toEqual([])
})

it('answers what the server said, as the page wants it', async () => {
  const useNumber = defineCommand('approve_reports', (ids: SubmissionId[]) => ({ p_submission_ids: ids }), {
    toResult: (count) => `${count} 份`,
  })
  api.rpc('approve_reports', () => 2)
  const queryClient = createQueryClient()
  const { result } = renderHook(useNumber, {
    wrapper: ({ children }) => <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>,
  })
  expect(await act(() => result.current.mutateAsync([submissionId('s1'), submissionId('s2')]))).toBe('2 份')
})

/** A dashboard on which the number of open plans is looked at. */
function openDashboard(countPlans: () => number | Promise<number>) {
  const queryClient = createQueryClient()
  const queryKey = overviewKeys.plans(null, '')
  const observer = new QueryObserver(queryClient, { queryKey, queryFn: countPlans, initialData: 1, staleTime: 60_000 })
  const close = observer.subscribe(() => undefined)
  const { result } = renderHook(useClosePlan, {
    wrapper: ({ children }) => <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>,
  })
  const closePlan = () => act(() => result.current.mutateAsync({ planId: planId('p1'), reason }))
  return { closePlan, count: () => queryClient.getQueryData(queryKey), close }
}

it('a dashboard that is looked at counts anew before a plan counts as closed', async () => {
  let open = 1
  api.rpc('close_plan', () => {
    open = 0
    return null
  })
  const dashboard = openDashboard(() => open)
  expect(dashboard.count()).toBe(1)
  await dashboard.closePlan()
  expect(dashboard.count()).toBe(0)
  dashboard.close()
})

it('a refusal is said at once, not when everything has been read again', async () => {
  api.rpc('close_plan', () => {
    throw new Refused({ key: 'plan_is_closed' })
  })
  const countPlans = vi.fn(() => new Promise<number>(() => undefined))
  const dashboard = openDashboard(countPlans)
  await expect(dashboard.closePlan()).rejects.toMatchObject({ code: 'plan_is_closed' })
  expect(countPlans).toHaveBeenCalledOnce()
  dashboard.close()
})
