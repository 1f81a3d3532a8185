import { useId, useState } from 'react'
import { panelId, tabId, TabList, type Tab, type TabListProps } from './TabList'
import styles from './Tabs.module.css'

interface TabWithPanel<Key extends string> extends Tab<Key> {
  readonly panel: React.ReactNode
}

interface TabsProps<Key extends string> extends Omit<TabListProps<Key>, 'tabs' | 'id'> {
  readonly tabs: readonly TabWithPanel<Key>[]
}

/** One panel at a time. Made when it is first shown and kept from then on, so that nothing typed in it is lost. */
export function Tabs<Key extends string>({ tabs, active, ...rest }: TabsProps<Key>) {
  const id = useId()
  const [shown, setShown] = useState<readonly string[]>([active])
  if (!shown.includes(active)) setShown([...shown, active])
  return (
    <>
      <TabList {...rest} tabs={tabs} active={active} id={id} />
      {tabs.map(({ key, panel }) => (
        <div
          key={key}
          role="tabpanel"
          id={panelId(id, key)}
          aria-labelledby={tabId(id, key)}
          hidden={key !== active}
          className={rest.isFlush === true ? undefined : styles.panel}
        >
          {shown.includes(key) ? panel : null}
        </div>
      ))}
    </>
  )
}
