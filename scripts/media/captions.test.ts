import { describe, expect, test } from 'vitest'
import { cuesOf, webVtt, wrapEvenly } from './captions.ts'

describe('captions', () => {
  test('keep to sentences, and share the time by letters', () => {
    const cues = cuesOf('Patient', 'In at seven. Out at ten.', 2, 4)
    expect(cues.map(({ lines }) => lines)).toEqual([['In at seven.'], ['Out at ten.']])
    expect(cues[0]?.start).toBe(2)
    expect(cues[0]?.end).toBeCloseTo(2 + (2 * 12) / 23)
    expect(cues[1]?.end).toBe(4)
  })

  test('cut a long sentence after a comma or colon, into at most two lines of 40 characters', () => {
    const text =
      'With redness, pain, sensitivity to light or blurred sight: take the lens out, leave it out, and seek advice the same day.'
    const cues = cuesOf('Presenter', text, 0, 8)
    expect(cues[0]?.lines.join(' ')).toBe('With redness, pain, sensitivity to light or blurred sight:')
    expect(cues.flatMap(({ lines }) => lines).join(' ')).toBe(text)
    for (const { lines } of cues) {
      expect(lines.length).toBeLessThanOrEqual(2)
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(40)
    }
  })

  test('are written as WebVTT', () => {
    expect(webVtt([{ start: 59.9996, end: 3661.5, speaker: 'Patient', lines: ['One', 'two.'] }])).toBe(
      'WEBVTT\n\n1\n00:01:00.000 --> 01:01:01.500\n<v Patient>One\ntwo.\n',
    )
  })

  test('lines are of about the same length', () => {
    expect(wrapEvenly('What do you do when an eye feels wrong?', 37)).toEqual([
      'What do you do when',
      'an eye feels wrong?',
    ])
    expect(wrapEvenly('One line.', 37)).toEqual(['One line.'])
  })
})
