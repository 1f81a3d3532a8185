import { paths } from '@/domain/addresses/paths'
import type { Role } from '@/domain/permissions/role-vocabulary'
import AppstoreOutlined from '@ant-design/icons/AppstoreOutlined'
import BankOutlined from '@ant-design/icons/BankOutlined'
import FileTextOutlined from '@ant-design/icons/FileTextOutlined'
import InboxOutlined from '@ant-design/icons/InboxOutlined'
import TeamOutlined from '@ant-design/icons/TeamOutlined'
import UnorderedListOutlined from '@ant-design/icons/UnorderedListOutlined'
import { matchPath } from 'react-router'

/** One entry of the navigation. */
export interface Room {
  readonly label: string
  readonly path: string
  readonly icon: React.ReactNode
  /** The pages it leads to that do not stand under its address. */
  readonly pages?: readonly string[]
  /** Who finds it in the navigation; who may open it is said in the router. */
  readonly roles: readonly Role[]
}

/** Every room, in the order of the navigation; a new room is one line here. */
export const rooms: readonly Room[] = [
  {
    label: '待办',
    path: paths.queue.to(),
    icon: <InboxOutlined />,
    pages: [paths.review.pattern],
    roles: ['lead_office'],
  },
  {
    label: '我的任务',
    path: paths.myTasks.to(),
    icon: <InboxOutlined />,
    pages: [paths.obligation.pattern],
    roles: ['department'],
  },
  {
    label: '总览',
    path: paths.dashboard.to(),
    icon: <AppstoreOutlined />,
    roles: ['lead_office', 'department', 'leadership'],
  },
  { label: '任务', path: paths.tasks.to(), icon: <UnorderedListOutlined />, roles: ['leadership'] },
  { label: '计划', path: paths.plans.to(), icon: <FileTextOutlined />, roles: ['lead_office'] },
  { label: '单位', path: paths.units.to(), icon: <BankOutlined />, roles: ['lead_office', 'leadership'] },
  { label: '账号', path: paths.accounts.to(), icon: <TeamOutlined />, roles: ['lead_office'] },
]

/** Whether a page belongs to a room: it is the room's own, stands under it, or is one that the room leads to. */
export function isInRoom({ path, pages = [] }: Room, pathname: string): boolean {
  return (
    matchPath({ path, end: false }, pathname) !== null || pages.some((pattern) => matchPath(pattern, pathname) !== null)
  )
}

/** The rooms of a role. */
export function roomsOf(role: Role): readonly Room[] {
  return rooms.filter((room) => room.roles.includes(role))
}
