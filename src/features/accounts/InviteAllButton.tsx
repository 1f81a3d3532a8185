import { Button } from 'antd'
import { useUninvitedUnits } from './use-uninvited-units'

/** Invites every unit that nobody can sign in for; not there while there is none. */
export function InviteAllButton({ onInvite }: { readonly onInvite: () => void }) {
  const { units } = useUninvitedUnits()
  if (units.length === 0) return null
  return <Button onClick={onInvite}>邀请没有账号的 {units.length} 个单位</Button>
}
