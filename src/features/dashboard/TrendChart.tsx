import type { TrendPoint } from '@/data/overview/overview'
import { daysBetween, type LocalDate } from '@/domain/local-date/local-date'
import { dateInProse } from '@/domain/local-date/local-date-words'
import { percentInWords } from '@/domain/reporting/percent'
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import styles from './TrendChart.module.css'

interface TrendChartProps {
  /** At least two, oldest first. */
  readonly points: readonly TrendPoint[]
  readonly onOpen: (point: TrendPoint) => void
}

/** Percent by which two labels at the end of the lines must differ in height to be read. */
const LABEL_GAP = 10
/** What fits between the margins of A4 upright. */
const PAPER = { width: 660, height: 240 } as const
/** One percent in pixels, for a chart of this height. */
const PIXELS_PER_PERCENT = 2

const axis = { tickLine: false, stroke: 'var(--hairline-strong)' } as const
const timeAxis = {
  ...axis,
  dataKey: 'day',
  type: 'number',
  domain: ['dataMin', 'dataMax'],
  interval: 'preserveEnd',
} as const
const schedule = {
  dataKey: 'scheduledPercent',
  stroke: 'var(--ink-faint)',
  strokeWidth: 1.5,
  strokeDasharray: '5 4',
  isAnimationActive: false,
  activeDot: false,
} as const
const progress = {
  dataKey: 'percent',
  stroke: 'var(--accent)',
  strokeWidth: 2,
  isAnimationActive: false,
  activeDot: { r: 5, fill: 'var(--accent)' },
} as const

/** Progress beside the schedule over real time: a longer month is wider. */
export function TrendChart({ points, onOpen }: TrendChartProps) {
  return (
    <>
      <div className={styles.screen}>
        <ResponsiveContainer width="100%" height="100%">
          <Drawing points={points} onOpen={onOpen} />
        </ResponsiveContainer>
      </div>
      {/* A printer takes the page before anything can measure it, so paper has a drawing of its own width. */}
      <div className={styles.paper} aria-hidden="true">
        <Drawing points={points} size={PAPER} />
      </div>
    </>
  )
}

interface DrawingProps {
  readonly points: readonly TrendPoint[]
  readonly onOpen?: (point: TrendPoint) => void
  /** Left out, the drawing fills its container. */
  readonly size?: { readonly width: number; readonly height: number }
}

function Drawing({ points, onOpen, size }: DrawingProps) {
  const first = points[0]?.asOf
  if (first === undefined) return null
  const data = points.map((point) => ({ ...point, day: daysBetween(first, point.asOf) }))
  const raise = labelRaise(points.at(-1))
  const open = (index: number) => {
    const point = points[index]
    if (point !== undefined) onOpen?.(point)
  }
  return (
    <LineChart
      {...size}
      accessibilityLayer
      aria-label="进度走势，按左右键查看各日数字"
      data={data}
      margin={{ top: 12, right: 104, bottom: 0, left: 0 }}
      onClick={({ activeTooltipIndex }) => open(Number(activeTooltipIndex ?? -1))}
    >
      <CartesianGrid vertical={false} stroke="var(--hairline)" />
      <XAxis
        {...timeAxis}
        ticks={data.map(({ day }) => day)}
        tickFormatter={(day: number) =>
          axisLabel(
            points,
            data.findIndex((point) => point.day === day),
          )
        }
      />
      <YAxis {...axis} axisLine={false} domain={[0, 100]} ticks={[0, 25, 50, 75, 100]} unit="%" width={44} />
      <Tooltip isAnimationActive={false} cursor={{ stroke: 'var(--hairline-strong)' }} content={figuresAt(data)} />
      <Line {...schedule} dot={endLabel('序时进度', styles.schedule, points, -raise)} />
      <Line {...progress} dot={endLabel('进度', styles.progress, points, raise)} />
    </LineChart>
  )
}

/** Pixels by which the label of progress rises, and that of the schedule sinks, so that neither covers the other. */
function labelRaise(last: TrendPoint | undefined): number {
  if (last === undefined || last.percent === null || last.scheduledPercent === null) return 0
  const difference = last.percent - last.scheduledPercent
  const missing = Math.max(0, LABEL_GAP - Math.abs(difference))
  return ((difference < 0 ? -1 : 1) * missing * PIXELS_PER_PERCENT) / 2
}

/** A month end by its month; the day the page speaks of in full, since it can be any. */
function axisLabel(points: readonly TrendPoint[], index: number): string {
  const date = points[index]?.asOf
  if (date === undefined) return ''
  return index === points.length - 1 ? monthAndDay(date) : `${Number(date.slice(5, 7))}月`
}

function monthAndDay(date: LocalDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`
}

interface DotPlace {
  readonly cx?: number | undefined
  readonly cy?: number | undefined
  readonly index?: number | undefined
  readonly value?: unknown
}

/** Draws a line's dots and, beside the last one, its name and figure. */
function endLabel(name: string, className: string | undefined, points: readonly TrendPoint[], raise: number) {
  return function Dot({ cx = 0, cy = 0, index = 0, value }: DotPlace) {
    // Where nothing applies there is no percent, and no place for a dot.
    if (value === null || value === undefined) return <g key={index} />
    const isLast = index === points.length - 1
    return (
      <g key={index} className={className}>
        <circle cx={cx} cy={cy} r={isLast ? 4 : 3} />
        {isLast ? (
          <text x={cx + 10} y={cy - raise} dominantBaseline="central">
            {name} {percentInWords(Number(value))}
          </text>
        ) : null}
      </g>
    )
  }
}

interface Pointed {
  readonly active: boolean
  readonly label?: unknown
}

/** What is shown beside the pointer, or the day reached by key. */
function figuresAt(data: readonly (TrendPoint & { readonly day: number })[]) {
  return function PointedFigures({ active, label }: Pointed) {
    const point = data.find(({ day }) => day === label)
    return active && point !== undefined ? <Figures point={point} /> : null
  }
}

function Figures({ point }: { readonly point: TrendPoint }) {
  return (
    <div className={styles.figures}>
      <p className="soft">{dateInProse(point.asOf)}</p>
      <p>
        进度 {percentInWords(point.percent)}，序时进度 {percentInWords(point.scheduledPercent)}
      </p>
      <p>
        逾期 {point.red} 项，办结 {point.complete} 项
      </p>
    </div>
  )
}
