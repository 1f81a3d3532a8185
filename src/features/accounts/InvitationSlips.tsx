import { PRODUCT_NAME } from '@/domain/product-name'
import type { InvitationLine } from './invite'
import styles from './InvitationSlips.module.css'

/** The links on paper: one slip a unit, to be cut apart along the lines. */
export function InvitationSlips({ lines }: { readonly lines: readonly InvitationLine[] }) {
  return (
    <>
      <h1>{PRODUCT_NAME}：邀请链接</h1>
      <ul>
        {lines.map((line) => (
          <li key={line.url} className={styles.slip}>
            <p className={styles.name}>{line.name}</p>
            {line.contacts === '' ? null : <p>联系人：{line.contacts}</p>}
            <p>用浏览器打开下面的地址注册账号。只能用一次，有效期至 {line.expiresAt}，请勿转给其他单位。</p>
            <p className={styles.url}>{line.url}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
