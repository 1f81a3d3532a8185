import { paths } from '@/domain/addresses/paths'
import type { Role } from '@/domain/permissions/role-vocabulary'
import AppstoreOutlined from '@ant-design/icons/AppstoreOutlined'
import BankOutlined from '@ant-design/icons/BankOutlined'
import FileTextOutlined from '@ant-design/icons/FileTextOutlined'
import InboxOutlined from '@ant-design/icons/InboxOutlined'
import TeamOutlined from '@ant-design/icons/TeamOutlined'
import UnorderedListOutlined from '@ant-design/icons/UnorderedListOutlined'

/** One entry of the navigation. */
export interface Room {
  readonly label: string
  readonly path: string
  readonly icon: React.ReactNode
  /** Who finds it in the navigation; who may open it is said in the router. */
  readonly roles: readonly Role[]
}

/** Every room, in the order of the navigation; a new room is one line here. */
export const rooms: readonly Room[] = [
  { label: '待办', path: paths.queue.to(), icon: <InboxOutlined />, roles: ['lead_office'] },
  { label: '我的任务', path: paths.myTasks.to(), icon: <InboxOutlined />, roles: ['department'] },
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

/** The rooms of a role. */
export function roomsOf(role: Role): readonly Room[] {
  return rooms.filter((room) => room.roles.includes(role))
}
