import type { CurrentAccount } from '@/data/accounts/account'
import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { useEnsureDay } from '@/data/day/use-ensure-day'
import { taskSearchOptions } from '@/data/tasks/queries'
import { paths } from '@/domain/addresses/paths'
import { PRODUCT_NAME } from '@/domain/product-name'
import { PasswordResetNotice } from '@/features/accounts/PasswordResetNotice'
import { useToday } from '@/ui/use-today'
import { NuqsAdapter } from 'nuqs/adapters/react-router/v7'
import { Link, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { isInRoom, roomsOf, type Room } from '../rooms'
import { AccountMenu } from './AccountMenu'
import { ComponentLibrary } from './ComponentLibrary'
import { GlobalSearch } from './GlobalSearch'
import styles from './Shell.module.css'

/** The frame of every page of a signed-in person: name, rooms, search, account. */
export function Shell() {
  return (
    <ComponentLibrary>
      <NuqsAdapter>
        <Frame />
      </NuqsAdapter>
    </ComponentLibrary>
  )
}

function Frame() {
  const account = useCurrentAccount()
  const rooms = roomsOf(account.role)
  useEnsureDay(useToday())
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#page">
        跳到正文
      </a>
      <TopBar account={account} rooms={rooms} />
      <NavigationProgress />
      <PasswordResetNotice />
      <main id="page" tabIndex={-1} className={styles.page}>
        <Outlet />
      </main>
      <nav className={styles.tabs} aria-label="栏目" data-print="hide" data-shell-tabs>
        {rooms.map((room) => (
          <RoomLink key={room.path} room={room} className={styles.tab}>
            {room.icon}
            <span>{room.label}</span>
          </RoomLink>
        ))}
      </nav>
      <ScrollRestoration />
    </div>
  )
}

function TopBar({ account, rooms }: { readonly account: CurrentAccount; readonly rooms: readonly Room[] }) {
  return (
    <header className={styles.bar} data-print="hide">
      <div className={styles.barInner}>
        <Link to={paths.home.to()} className={styles.product}>
          {PRODUCT_NAME}
        </Link>
        <nav className={styles.rooms} aria-label="栏目">
          {rooms.map((room) => (
            <RoomLink key={room.path} room={room} className={styles.room}>
              {room.label}
            </RoomLink>
          ))}
        </nav>
        <GlobalSearch searchOptions={taskSearchOptions} />
        <AccountMenu account={account} />
      </div>
    </header>
  )
}

interface RoomLinkProps {
  readonly room: Room
  readonly className: string | undefined
  readonly children: React.ReactNode
}

/** The way to a room, marked while the reader is in it, also on the pages it leads to. */
function RoomLink({ room, className, children }: RoomLinkProps) {
  const { pathname } = useLocation()
  return (
    <Link
      to={room.path}
      aria-current={isInRoom(room, pathname) ? 'page' : undefined}
      {...(className === undefined ? {} : { className })}
    >
      {children}
    </Link>
  )
}

/** A thin line under the bar while the next page is being fetched. */
function NavigationProgress() {
  const navigation = useNavigation()
  if (navigation.state === 'idle') return null
  return <div className={styles.progress} role="progressbar" aria-label="正在打开页面" />
}
