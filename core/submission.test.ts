import { describe, expect, test } from 'vitest'
import type { ExamVersion } from './exam-version.ts'
import { checkAnswers, submissionSchema } from './submission.ts'

const choices = [
  { key: 'a', text: 'A', correct: true, rationale: '' },
  { key: 'b', text: 'B', correct: false, rationale: '' },
]
const version: ExamVersion = {
  exam: 'exam-test',
  title: 'Test',
  item: { id: 'article-test', title: 'Test', path: '/cet/active/test/' },
  reference: 'C-90001',
  points: 1,
  pointType: 'non-interactive',
  competencies: [],
  passMark: 60,
  maxAttempts: 3,
  feedback: 'after-last-word',
  questions: [
    { key: 'one', stem: '?', kind: 'single', choices },
    { key: 'two', stem: '?', kind: 'multiple', choices },
  ],
}
const one = { question: 'one', choices: ['a'] }
const two = { question: 'two', choices: ['a', 'b'] }

describe('answers held against their exam', () => {
  test.each([
    ['complete', [one, two], []],
    ['in another order', [two, one], []],
    ['nothing', [], ['submission/unanswered', 'submission/unanswered']],
    ['an empty choice', [{ question: 'one', choices: [] }, two], ['submission/unanswered']],
    ['a question twice', [one, one, two], ['submission/answered-twice', 'submission/too-many-choices']],
    ['a choice twice', [one, { question: 'two', choices: ['a', 'a'] }], ['submission/answered-twice']],
    ['two choices of one', [{ question: 'one', choices: ['a', 'b'] }, two], ['submission/too-many-choices']],
    ['an unknown choice', [{ question: 'one', choices: ['c'] }, two], ['submission/unknown-choice']],
    [
      'an unknown question',
      [one, two, { question: 'three', choices: ['a'] }],
      ['submission/unknown-question'],
    ],
    [
      'a property of every object',
      [one, two, { question: 'constructor', choices: ['a'] }],
      ['submission/unknown-question'],
    ],
  ])('%s', (_, answers, codes) => {
    expect(checkAnswers(version, answers).map((fault) => fault.code)).toEqual(codes)
  })
})

describe('the shape of a submission', () => {
  const valid = { attempt: '6f1f1c9e-33a0-4c86-9d7c-0a3f1d1b2c3d', version: 'a'.repeat(64), answers: [one] }
  test('is accepted', () => expect(submissionSchema.safeParse(valid).success).toBe(true))
  test.each([
    ['an unknown field', { ...valid, score: 100 }],
    ['an attempt ID that is no UUID', { ...valid, attempt: '1' }],
    ['a version name in capitals', { ...valid, version: 'A'.repeat(64) }],
    ['answers that are an object', { ...valid, answers: { one: 'a' } }],
    ['a key that is a path', { ...valid, answers: [{ question: '../one', choices: ['a'] }] }],
    ['too many answers', { ...valid, answers: Array.from({ length: 201 }, () => one) }],
  ])('%s is refused', (_, value) => expect(submissionSchema.safeParse(value).success).toBe(false))
})
