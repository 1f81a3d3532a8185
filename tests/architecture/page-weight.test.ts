import { expect, it } from 'vitest'
import { readAppCode } from './source-files'

/** Parts of Ant Design that weigh more than what a page shows with them, and what stands for each. */
const HEAVY: Readonly<Record<string, string>> = {
  Table: 'ui/DataTable',
  Pagination: 'ui/Pager, which needs no select',
  Tree: 'a list',
  List: 'a list',
  Input: 'antd/es/input/Input, or TextArea, Search or Password beside it: together they are six kinds',
  Tabs: 'ui/tabs/Tabs',
  Dropdown: 'ui/ActionMenu',
  Menu: 'ui/ActionMenu',
  Segmented: 'ui/Segments',
  Progress: 'ui/ProgressBar',
  Skeleton: 'ui/Skeleton',
  Slider: 'the browser’s own, as in PercentField',
  App: 'ui/feedback, which fetches a dialog when it asks',
  DatePicker: 'ui/date-picker/LocalDatePicker, which is on date-fns and fetched when it is used',
}

it('takes no part of Ant Design on board that outweighs its page', () => {
  const heavy = readAppCode().flatMap(({ path, text }) =>
    [...text.matchAll(/import \{([^}]*)\} from 'antd'/g)]
      .flatMap((match) => (match[1] ?? '').split(',').map((name) => name.trim().replace(/^type /, '')))
      .filter((name) => name in HEAVY)
      .map((name) => `${path} imports ${name}: use ${HEAVY[name]}`),
  )
  expect(heavy).toEqual([])
})
