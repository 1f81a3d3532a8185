import type { ThemeConfig } from 'antd'

/**
 * Every colour of the product, once. Signals differ in lightness as well as hue, so they stay apart for
 * colour-blind readers and on a black-and-white print.
 */
const colours = {
  paper: '#ffffff',
  desk: '#f3f4f6',
  ink: '#1c2430',
  'ink-soft': '#4a5564',
  'ink-faint': '#5f6a78',
  hairline: '#e1e5ea',
  'hairline-strong': '#c9d0d8',
  accent: '#1f4b8f',
  'accent-wash': '#eef3fa',
  highlight: '#fff3c4',
  'signal-red': '#b42318',
  'signal-red-wash': '#fdf0ee',
  'signal-yellow': '#8f5a00',
  'signal-yellow-mark': '#e0a100',
  'signal-yellow-wash': '#fff6dd',
  'signal-green': '#1a7a55',
  'signal-green-wash': '#ebf6f1',
  'signal-grey': '#5f6a78',
  'signal-grey-wash': '#f1f3f5',
  'signal-complete': '#14532d',
  'signal-complete-wash': '#e6f2ea',
  'tone-neutral': '#4a5564',
  'tone-neutral-wash': '#f1f3f5',
  'tone-accent': '#1f4b8f',
  'tone-accent-wash': '#eef3fa',
  'tone-good': '#1a7a55',
  'tone-good-wash': '#ebf6f1',
  'tone-warning': '#8f5a00',
  'tone-warning-wash': '#fff6dd',
  'tone-bad': '#b42318',
  'tone-bad-wash': '#fdf0ee',
  shade: 'rgba(28, 36, 48, 0.10)',
  veil: 'rgba(28, 36, 48, 0.45)',
} as const

/** The steps that every margin, padding and gap is one of, in pixels. */
const spacing = { s1: 4, s2: 8, s3: 12, s4: 16, s5: 24, s6: 32 } as const

const radii = { radius: 4, 'radius-large': 6 } as const

/** Three sizes of type on a page, and one for the figure that a page is about. */
const textSizes = { 'text-figure': 32, 'text-large': 20, 'text-base': 14, 'text-small': 12 } as const

const fontFamily = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif'

/** Ant Design's tokens; no other file sets any. */
export const theme: ThemeConfig = {
  // One product, one theme: class names need no hash.
  hashed: false,
  token: {
    colorPrimary: colours.accent,
    colorInfo: colours.accent,
    colorLink: colours.accent,
    colorError: colours['signal-red'],
    colorWarning: colours['signal-yellow-mark'],
    colorSuccess: colours['signal-green'],
    colorTextBase: colours.ink,
    colorTextSecondary: colours['ink-soft'],
    colorTextTertiary: colours['ink-faint'],
    colorTextDescription: colours['ink-faint'],
    colorTextPlaceholder: colours['ink-faint'],
    colorBgLayout: colours.desk,
    // What is chosen in a list or lies under the pointer, as in the product's own tables.
    controlItemBgActive: colours['accent-wash'],
    controlItemBgHover: colours.desk,
    colorBorder: colours['hairline-strong'],
    colorBorderSecondary: colours.hairline,
    colorSplit: colours.hairline,
    fontFamily,
    fontSize: textSizes['text-base'],
    // Also the title of a drawer.
    fontSizeLG: textSizes['text-base'],
    fontSizeSM: textSizes['text-small'],
    lineHeight: 1.6,
    sizeUnit: spacing.s1,
    borderRadius: radii.radius,
    borderRadiusLG: radii['radius-large'],
    controlHeight: 32,
    wireframe: false,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Form: { itemMarginBottom: spacing.s4, verticalLabelPadding: `0 0 ${spacing.s1}px` },
    Drawer: { paddingLG: spacing.s5 },
    Modal: { titleFontSize: textSizes['text-base'] },
  },
}

/** The theme on a phone, where a finger needs 40 pixels of whatever it is to hit. */
export const phoneTheme: ThemeConfig = {
  ...theme,
  token: { ...theme.token, controlHeight: 40, controlHeightSM: 40 },
  // A week is as wide as a small phone; of its own the library makes it wider than any.
  components: { ...theme.components, DatePicker: { cellWidth: 44 } },
}

/** Puts the theme on the page as CSS variables (`--signal-red`, `--s2`), for style sheets and charts. */
export function applyThemeVariables(root: {
  readonly style: { readonly setProperty: (name: string, value: string) => void }
}): void {
  for (const [name, value] of Object.entries(colours)) root.style.setProperty(`--${name}`, value)
  const lengths = { ...spacing, ...radii, ...textSizes }
  for (const [name, pixels] of Object.entries(lengths)) root.style.setProperty(`--${name}`, `${pixels}px`)
  root.style.setProperty('--font-family', fontFamily)
}
