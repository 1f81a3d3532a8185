import { paths } from '@/domain/addresses/paths'
import type { Role } from '@/domain/permissions/role-vocabulary'

const homes: Readonly<Record<Role, string>> = {
  lead_office: paths.queue.to(),
  department: paths.myTasks.to(),
  leadership: paths.dashboard.to(),
}

/** The page a role starts on. */
export function homeOf(role: Role): string {
  return homes[role]
}
