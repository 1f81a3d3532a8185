import type { OverviewScope, SectionOverview } from '@/data/overview/queries'
import { OUTSIDE_SECTIONS } from '@/data/tasks/task'
import { countsInWords } from '@/domain/signal/signal-words'
import type { DataColumn } from '@/ui/data-column'
import { PercentBar } from '@/ui/work/PercentBar'
import { SignalBar } from '@/ui/work/SignalBar'
import { SignalCounts } from '@/ui/work/SignalCounts'
import { Link } from 'react-router'
import { tasksBehind } from './scope'

/** The columns of a plan's chapters; `max` is the largest count, which fills a whole bar. */
export function sectionColumns(scope: OverviewScope, max: number): DataColumn<SectionOverview>[] {
  const hrefOf = (section: SectionOverview, signal?: string) =>
    tasksBehind(scope, { section: section.sectionId ?? OUTSIDE_SECTIONS, ...(signal === undefined ? {} : { signal }) })
  return [
    { key: 'title', title: '章节', width: 360, text: titleOf, onPhone: 'title' },
    {
      key: 'tasks',
      title: '任务',
      width: 80,
      isNumber: true,
      text: ({ counts }) => counts.tasks,
      render: (section) => <Link to={hrefOf(section)}>{section.counts.tasks}</Link>,
      compare: 'text',
    },
    {
      key: 'bar',
      title: '分布',
      width: 160,
      // The figures stand in the next column.
      text: () => null,
      render: (section) => <SignalBar counts={section.counts} max={max} />,
      onPhone: 'hidden',
    },
    {
      key: 'signals',
      title: '红黄绿灯',
      width: 260,
      text: ({ counts }) => countsInWords(counts),
      render: (section) => <SignalCounts counts={section.counts} hrefOf={(signal) => hrefOf(section, signal)} />,
      compare: (a, b) => a.counts.red - b.counts.red || a.counts.yellow - b.counts.yellow,
    },
    {
      key: 'percent',
      title: '进度',
      width: 160,
      text: ({ percent }) => `${Math.round(percent)}%`,
      render: (section) => <PercentBar percent={section.percent} label={`${titleOf(section)}的进度`} />,
      compare: (a, b) => a.percent - b.percent,
    },
  ]
}

function titleOf(section: SectionOverview): string {
  if (section.sectionId === null) return '未分章节'
  return section.number === null ? section.title : `${section.number} ${section.title}`
}
