import { expect, test } from 'vitest'
import { lintExam } from '../../../core/index.ts'
import { countedFindings, grouped, questionTitle } from './grouped.ts'

test('groups findings by question, in reading order', () => {
  const choices = (key: string) => [
    { key: `${key}a`, text: 'Yes', correct: true, rationale: 'So.' },
    { key: `${key}b`, text: 'No', correct: false, rationale: 'So.' },
  ]
  const exam = {
    passMark: 101,
    questions: [
      { key: 'x', stem: 'Is it so?', choices: choices('x') },
      { key: 'y', stem: 'Keratoconus', choices: choices('y') },
      { key: 'z', stem: '', choices: [] },
    ],
  }
  const findings = lintExam(exam)
  expect(grouped(exam, findings).map(({ title, findings: { length } }) => [title, length])).toEqual([
    ['The whole exam', 1],
    ['Question 2: Keratoconus', 1],
    ['Question 3', 2],
  ])
  expect(countedFindings(findings)).toBe('3 errors, 1 warning')
  expect(countedFindings([])).toBe('No findings')
})

test('cuts a long stem', () => {
  const title = questionTitle(1, `A ${'very '.repeat(30)}long\nstem?`)
  expect(title.length).toBeLessThanOrEqual('Question 1: '.length + 70)
  expect(title).toMatch(/very…$/)
})
