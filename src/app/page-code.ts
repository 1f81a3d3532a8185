import { paths } from '@/domain/addresses/paths'
import type { ComponentType } from 'react'
import type { PageAddress } from './first-reads/page-address'

export type PageName = Exclude<keyof typeof paths, 'home'>

/** The code of each page, one file per address; fetched when the page is opened. */
export const pageCode = {
  signIn: () => import('./routes/SignInRoute'),
  setUp: () => import('./routes/SetUpRoute'),
  invitation: () => import('./routes/InvitationRoute'),
  reset: () => import('./routes/ResetRoute'),
  me: () => import('./routes/MeRoute'),
  dashboard: () => import('./routes/DashboardRoute'),
  tasks: () => import('./routes/TaskListRoute'),
  task: () => import('./routes/TaskRoute'),
  units: () => import('./routes/UnitListRoute'),
  unit: () => import('./routes/UnitRoute'),
  queue: () => import('./routes/QueueRoute'),
  review: () => import('./routes/ReviewRoute'),
  plans: () => import('./routes/PlanListRoute'),
  planImport: () => import('./routes/PlanImportRoute'),
  planCheck: () => import('./routes/PlanCheckRoute'),
  plan: () => import('./routes/PlanRoute'),
  accounts: () => import('./routes/AccountListRoute'),
  myTasks: () => import('./routes/MyTaskListRoute'),
  obligation: () => import('./routes/ObligationRoute'),
} satisfies Record<PageName, () => Promise<{ readonly Component: ComponentType }>>

/**
 * What pages read first, as far as the address alone tells: asked for while their code is still on its way. What is
 * missing here costs a moment, nothing else.
 */
export const firstReads: Partial<Record<PageName, () => Promise<{ readFirst: (address: PageAddress) => void }>>> = {
  dashboard: () => import('./first-reads/dashboard'),
  tasks: () => import('./first-reads/tasks'),
  task: () => import('./first-reads/task'),
  plan: () => import('./first-reads/plan'),
  units: () => import('./first-reads/units'),
  unit: () => import('./first-reads/unit'),
  queue: () => import('./first-reads/queue'),
  review: () => import('./first-reads/review'),
  plans: () => import('./first-reads/plans'),
  planCheck: () => import('./first-reads/plan-check'),
  accounts: () => import('./first-reads/accounts'),
  me: () => import('./first-reads/me'),
  myTasks: () => import('./first-reads/my-tasks'),
  obligation: () => import('./first-reads/obligation'),
}

/** The frame of every signed-in page, with the component library; visitors who are not signed in never download it. */
export const shellCode = () => import('./shell/Shell')

/** Pages for people who are not signed in. */
export const signedOutPages: readonly PageName[] = ['signIn', 'setUp', 'invitation', 'reset']

/** Whether an address is that of a page for people who are not signed in. */
export function isSignedOutPage(pathname: string): boolean {
  const name = pageAt(pathname)
  return name !== undefined && signedOutPages.includes(name)
}

/**
 * Asks for the code of the page at an address, so that it comes in one go with the rest of the app; the router that will
 * wait for it is part of that rest. What fails here fails there again, and is said there.
 */
export function fetchPageCode(pathname: string): void {
  const name = pageAt(pathname)
  const ask = (fetchCode: (() => Promise<unknown>) | undefined) => void fetchCode?.().catch(() => undefined)
  if (name !== undefined) ask(pageCode[name])
  if (name !== undefined) ask(firstReads[name])
  if (!isSignedOutPage(pathname)) ask(shellCode)
}

/** Addresses written out go before those with an id in them. */
function pageAt(pathname: string): PageName | undefined {
  const names = Object.keys(pageCode) as PageName[]
  const matching = names.filter((name) => toExpression(paths[name].pattern).test(pathname))
  return matching.find((name) => !paths[name].pattern.includes(':')) ?? matching[0]
}

function toExpression(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}/?$`)
}
