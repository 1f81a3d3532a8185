import type { PasswordReset } from '@/data/accounts/account'
import { useAcknowledgePasswordReset } from '@/data/accounts/mutations'
import { passwordResetsOptions } from '@/data/accounts/queries'
import { userMessage } from '@/data/error-messages'
import { paths } from '@/domain/addresses/paths'
import { dateTimeInProse } from '@/domain/local-date/local-date-words'
import { ErrorMessage } from '@/ui/ErrorMessage'
import { Notice } from '@/ui/Notice'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import styles from './PasswordResetNotice.module.css'

/**
 * Tells people on every page, until they say 知道了, that somebody made or used a link to reset their password: a reset
 * behind their back must not go unnoticed. A failure to find out is said too.
 */
export function PasswordResetNotice() {
  const { data, error, isFetching, refetch } = useQuery(passwordResetsOptions())
  const news = data?.filter(({ isNews }) => isNews) ?? []
  const hasFailed = data === undefined && error !== null
  if (news.length === 0 && !hasFailed) return null
  return (
    <aside className={styles.frame} aria-label="密码重置提醒" data-print="hide">
      {hasFailed ? (
        <ErrorMessage
          title="没有读取到密码重置提醒"
          message={userMessage(error)}
          onRetry={() => void refetch()}
          isRetrying={isFetching}
        />
      ) : null}
      {news.map((reset) => (
        <NoticeLine key={`${reset.id} ${reset.state}`} reset={reset} />
      ))}
    </aside>
  )
}

function NoticeLine({ reset }: { readonly reset: PasswordReset }) {
  const acknowledge = useAcknowledgePasswordReset()
  return (
    <Notice
      role="status"
      actions={
        <>
          <Link to={paths.me.to()}>修改密码</Link>
          <Button
            loading={acknowledge.isPending}
            onClick={() => acknowledge.mutate({ id: reset.id, state: reset.state })}
          >
            知道了
          </Button>
        </>
      }
    >
      {inWords(reset)}
    </Notice>
  )
}

function inWords({ state, madeBy, madeAt, expiresAt, endedAt }: PasswordReset): string {
  const office = madeBy === null ? '政务公开办' : `政务公开办（${madeBy}）`
  if (state === 'used') {
    return `您的密码已于 ${moment(endedAt ?? madeAt)} 通过${office}生成的链接重置。如非本人操作，请立即联系政务公开办。`
  }
  return `${office}于 ${moment(madeAt)} 为您生成了重置密码链接，尚未使用，有效期至 ${moment(expiresAt)}。如非您本人要求，请立即联系政务公开办。`
}

function moment(at: string): string {
  return dateTimeInProse(new Date(at))
}
