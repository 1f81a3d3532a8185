import { paths } from '@/domain/addresses/paths'
import type { Role } from '@/domain/permissions/role-vocabulary'
import type { DataRouter, RouteObject } from 'react-router'
import { createBrowserRouter } from 'react-router'
import { goHome, requireAccount, requireRole } from './guards'
import { FirstSkeleton } from './FirstSkeleton'
import { NotFoundPage } from './NotFoundPage'
import { RootError } from './RootError'
import { RouteError } from './RouteError'

/** One file per address, fetched when it is first opened; a failure stays inside the shell. */
function page(address: { readonly pattern: string }, lazy: NonNullable<RouteObject['lazy']>): RouteObject {
  return { path: address.pattern, lazy, errorElement: <RouteError /> }
}

/** Pages that only these roles may open. */
function only(roles: readonly Role[], children: RouteObject[]): RouteObject {
  return { loader: requireRole(roles), errorElement: <RouteError />, children }
}

const signedOutPages: RouteObject[] = [
  page(paths.signIn, () => import('./routes/SignInRoute')),
  page(paths.setUp, () => import('./routes/SetUpRoute')),
  page(paths.invitation, () => import('./routes/InvitationRoute')),
  page(paths.reset, () => import('./routes/ResetRoute')),
]

const everybodysPages: RouteObject[] = [
  { path: paths.home.pattern, loader: goHome, Component: FirstSkeleton },
  page(paths.dashboard, () => import('./routes/DashboardRoute')),
  page(paths.tasks, () => import('./routes/TaskListRoute')),
  page(paths.task, () => import('./routes/TaskRoute')),
  page(paths.plans, () => import('./routes/PlanListRoute')),
  page(paths.plan, () => import('./routes/PlanRoute')),
  page(paths.units, () => import('./routes/UnitListRoute')),
  page(paths.unit, () => import('./routes/UnitRoute')),
  page(paths.me, () => import('./routes/MeRoute')),
]

const leadOfficePages: RouteObject[] = [
  page(paths.queue, () => import('./routes/QueueRoute')),
  page(paths.review, () => import('./routes/ReviewRoute')),
  page(paths.planImport, () => import('./routes/PlanImportRoute')),
  page(paths.planCheck, () => import('./routes/PlanCheckRoute')),
  page(paths.accounts, () => import('./routes/AccountListRoute')),
]

const departmentPages: RouteObject[] = [
  page(paths.myTasks, () => import('./routes/MyTaskListRoute')),
  page(paths.obligation, () => import('./routes/ObligationRoute')),
]

/** Every page, and who may open it. */
export const routes: RouteObject[] = [
  {
    HydrateFallback: FirstSkeleton,
    errorElement: <RootError />,
    children: [
      ...signedOutPages,
      {
        loader: requireAccount,
        // The shell belongs to the signed-in part, so signed-out visitors do not even download it.
        lazy: async () => ({ Component: (await import('./shell/Shell')).Shell }),
        children: [
          ...everybodysPages,
          only(['lead_office'], leadOfficePages),
          only(['department'], departmentPages),
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]

/** Makes the router; its first page starts loading at once. */
export function createAppRouter(): DataRouter {
  return createBrowserRouter(routes)
}
