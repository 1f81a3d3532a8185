import { PRODUCT_NAME } from '@/domain/product-name'
import { Buttons } from './Buttons'
import styles from './PageHeader.module.css'

interface PageHeaderProps {
  /** The question this page answers, in words: 我单位要做什么. */
  readonly title: React.ReactNode
  /** What the page is called on paper, which asks no questions: 任务一览表. */
  readonly paperTitle?: string
  /** One line under it: the plan, the period, the day. */
  readonly description?: React.ReactNode
  /** The way back, above the heading: a link. */
  readonly back?: React.ReactNode
  /** The one main action; everything else goes into `secondary`. */
  readonly action?: React.ReactNode
  readonly secondary?: React.ReactNode
}

/** The head of a page: its question, and its one action at the top right. */
export function PageHeader({ title, paperTitle, description, back, action, secondary }: PageHeaderProps) {
  const hasActions = action !== undefined || secondary !== undefined
  return (
    <header className={styles.header}>
      {typeof title === 'string' ? <title>{`${title} · ${PRODUCT_NAME}`}</title> : null}
      <div className={styles.words}>
        {back === undefined ? null : (
          <div className={styles.back} data-print="hide" data-alone>
            {back}
          </div>
        )}
        <h1 {...(paperTitle === undefined ? {} : { 'data-print': 'hide' })}>{title}</h1>
        {paperTitle === undefined ? null : (
          <p className={styles.paperTitle} data-print="only">
            {paperTitle}
          </p>
        )}
        {description === undefined ? null : (
          <div className={styles.description} data-reach>
            {description}
          </div>
        )}
      </div>
      {hasActions ? (
        <div data-print="hide">
          <Buttons>
            {secondary}
            {action}
          </Buttons>
        </div>
      ) : null}
    </header>
  )
}
