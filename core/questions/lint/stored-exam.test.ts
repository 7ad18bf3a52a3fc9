import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lintExam } from './lint-exam.ts'
import { lintedExamOf } from './stored-exam.ts'

test('reads an exam as it is stored', () => {
  const stored = {
    _type: 'exam',
    passMark: 60,
    questions: [
      {
        _key: 'q1',
        stem: 'Which?',
        kind: 'multiple',
        fixedOrder: true,
        choices: [{ _key: 'a', text: 'One', correct: true, rationale: 'So.' }, { _key: 'b' }],
      },
      { _key: 'q2', kind: 'other' },
    ],
  }
  expect(lintedExamOf(stored)).toEqual({
    passMark: 60,
    questions: [
      {
        key: 'q1',
        stem: 'Which?',
        kind: 'multiple',
        fixedOrder: true,
        choices: [
          { key: 'a', text: 'One', correct: true, rationale: 'So.' },
          { key: 'b', correct: false },
        ],
      },
      { key: 'q2', fixedOrder: false, choices: [] },
    ],
  })
})

test('takes anything for an exam that is still being written', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (questions, passMark) => {
      expect(Array.isArray(lintExam(lintedExamOf({ questions, passMark })))).toBe(true)
    }),
  )
  expect(lintedExamOf(null)).toEqual({ questions: [] })
})
