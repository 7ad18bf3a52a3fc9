import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Colours, colourTokens, contrast, letterings } from '../test-support/tokens.ts'

const schemes = colourTokens()
/** What letters that set no ground of their own may stand on. */
const grounds = ['paper', 'raised']
/** Grounds of panels, with the letters that pages put there. */
const onPanels = ['amber-soft', 'good-soft', 'accent-soft'].flatMap((ground) =>
  ['ink', 'ink-soft', 'accent'].map((ink) => [ink, ground] as const),
)
/** What has to be told apart without being read: edges of fields, the ring of the focus, marks of where one is. */
const marks = ['edge', 'amber', 'accent', 'good', 'bad'].flatMap((mark) =>
  grounds.map((ground) => [mark, ground] as const),
)

const pairs = new Map<string, readonly [string, string]>()
for (const { ink, ground } of letterings()) {
  for (const under of ground === undefined ? grounds : [ground]) pairs.set(`${ink} on ${under}`, [ink, under])
}
for (const [ink, ground] of onPanels) pairs.set(`${ink} on ${ground}`, [ink, ground])
pairs.delete('accent-ink on paper')
pairs.delete('accent-ink on raised')

const between = (colours: Colours, [ink, ground]: readonly [string, string]) =>
  contrast(colours.get(ink) ?? '', colours.get(ground) ?? '')

test('the formula is that of WCAG', () => {
  expect(contrast('#fff', '#000000')).toBe(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe.each(['light', 'dark'] as const)('in the %s', (scheme) => {
  test('letters stand out 4.5 to 1 from every ground that they are put on', () => {
    expect(pairs.size).toBeGreaterThan(15)
    const faint = Array.from(pairs).filter(([, pair]) => !(between(schemes[scheme], pair) >= 4.5))
    expect(faint.map(([name]) => name)).toEqual([])
  })

  test('edges and marks stand out 3 to 1', () => {
    const faint = marks.filter((pair) => !(between(schemes[scheme], pair) >= 3))
    expect(faint).toEqual([])
  })
})

test('paper is white whatever the scheme: the dark is for screens alone', () => {
  const sheets = globSync('*.css', { cwd: import.meta.dirname })
  const dark = sheets.flatMap((file) =>
    Array.from(
      readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/@media ([^{]*)\{/g),
      ([, condition = '']) => condition.trim(),
    ).filter((condition) => condition.includes('prefers-color-scheme')),
  )
  expect(dark).toEqual(['screen and (prefers-color-scheme: dark)'])
})

test('the figures in docs/design.md are those of the stylesheets', () => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'design.md'), 'utf8')
  const rows = Array.from(text.matchAll(/^\| `([a-z-]+)` on `([a-z-]+)` \| ([\d.]+) \| ([\d.]+) \|/gm))
  expect(rows.length).toBeGreaterThan(20)
  for (const [, ink = '', ground = '', ...told] of rows) {
    const figures = [schemes.light, schemes.dark].map((colours) => between(colours, [ink, ground]).toFixed(1))
    expect(told, `${ink} on ${ground}`).toEqual(figures)
  }
})
