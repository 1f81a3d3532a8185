import { expect, it } from 'vitest'
import { applyThemeVariables } from './theme'

const colours = new Map<string, string>()
applyThemeVariables({ style: { setProperty: (name, value) => void colours.set(name, value) } })

/** WCAG 2: how far apart two colours are in lightness, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other].map((name) => luminance(colours.get(name) ?? '')).sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const washes = [...colours.keys()].filter((name) => name.endsWith('-wash'))
const grounds = ['--paper', '--desk', '--highlight', ...washes]

it.each(['--ink', '--ink-soft', '--ink-faint', '--accent'])('%s can be read on every ground', (ink) => {
  expect(grounds.filter((ground) => contrast(ink, ground) < 4.5)).toEqual([])
})

it.each(washes)('what is said on %s in its own colour can be read', (wash) => {
  expect(contrast(wash.replace('-wash', ''), wash)).toBeGreaterThan(4.5)
})
