import { expect, test } from 'vitest'
import type { Check, Checklist, Finding } from '../../core/checklist/model.ts'
import { checkStateText, factsText, overallText } from './texts.ts'

const checklist = (missing: number, advice = 0): Checklist => ({
  checks: [],
  missing,
  advice,
  facts: { items: 9, points: 9, units: 31, unitsCovered: 30 },
})
const finding = (level: Finding['level']): Finding => ({
  level,
  documentId: 'a',
  type: 'article',
  about: 'A',
  state: 'draft',
  path: '',
  what: 'What.',
  remedy: 'Do.',
})
const check = (state: Check['state'], ...findings: Finding[]): Check => ({
  code: 'any',
  group: 'pack',
  title: 'Any',
  state,
  findings,
})

test.each([
  [0, 'Ready to publish'],
  [1, '1 thing is missing'],
  [7, '7 things are missing'],
])('with %i missing says “%s”', (missing, text) => {
  expect(overallText(checklist(missing))).toBe(text)
})

test('tells what the pack offers, and recommendations only when there are some', () => {
  expect(factsText(checklist(0))).toBe('9 items · 9 points · 30 of 31 competencies covered')
  expect(factsText(checklist(0, 2))).toMatch(/ · 2 recommendations$/)
})

test('says in words what a check’s symbol shows', () => {
  expect(checkStateText(check('ok'))).toBe('OK')
  expect(checkStateText(check('missing', finding('missing'), finding('advice')))).toBe(
    '1 missing, 1 recommendation',
  )
  expect(checkStateText(check('advice', finding('advice'), finding('advice')))).toBe('2 recommendations')
})
