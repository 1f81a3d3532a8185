import { paths } from '@/domain/addresses/paths'
import type { Role } from '@/domain/permissions/role-vocabulary'
import { createBrowserRouter, type DataRouter, type RouteObject } from 'react-router'
import { goHome, requireAccount, requireRole } from './guards'
import { FirstSkeleton } from './FirstSkeleton'
import { FramedPageNotHere, lazyPage } from './lazy-page'
import { NotFoundPage } from './NotFoundPage'
import { RootError } from './RootError'
import { pageCode, shellCode, signedOutPages, type PageName } from './page-code'
import { readPageFirst } from './page-loader'
import { RouteError } from './RouteError'

/** Pages whose code is fetched when they are first opened; a failure stays inside the shell. */
function pages(names: readonly PageName[]): RouteObject[] {
  return names.map((name) => ({
    path: paths[name].pattern,
    errorElement: <RouteError />,
    ...(signedOutPages.includes(name)
      ? { lazy: lazyPage(pageCode[name], FramedPageNotHere) }
      : { lazy: lazyPage(pageCode[name]), loader: readPageFirst(name) }),
  }))
}

/** Pages that only these roles may open. */
function only(roles: readonly Role[], children: RouteObject[]): RouteObject {
  return { loader: requireRole(roles), errorElement: <RouteError />, children }
}

const everybodysPages: RouteObject[] = [
  { path: paths.home.pattern, loader: goHome, Component: FirstSkeleton },
  ...pages(['dashboard', 'tasks', 'task', 'plans', 'plan', 'units', 'unit', 'me']),
]

/** Every page, and who may open it. */
export const routes: RouteObject[] = [
  {
    HydrateFallback: FirstSkeleton,
    errorElement: <RootError />,
    children: [
      ...pages(signedOutPages),
      {
        loader: requireAccount,
        lazy: lazyPage(async () => ({ Component: (await shellCode()).Shell }), FramedPageNotHere),
        children: [
          ...everybodysPages,
          only(['lead_office'], pages(['queue', 'review', 'planImport', 'planCheck', 'accounts'])),
          only(['department'], pages(['myTasks', 'obligation'])),
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
