import { describe, expect, test } from 'vitest'
import { lintExam } from './lint-exam.ts'
import { ask, examOf, found } from './test-support/questions.ts'

const stem = 'Which is right?'

describe('how many choices are correct', () => {
  test.each([
    ['single', [], ['error lint/key-count']],
    ['single', ['a', 'b'], ['error lint/key-count']],
    ['single', ['a'], []],
    ['multiple', [], ['error lint/key-count']],
    ['multiple', ['a', 'b', 'c'], ['error lint/key-count']],
    ['multiple', ['a'], []],
    ['multiple', ['a', 'b'], []],
    [undefined, ['a', 'b'], ['error lint/key-count']],
  ] as const)('%s with %j', (kind, correct, expected) => {
    const choices = ['a', 'b', 'c'].map((key) => ({
      key,
      text: `Sign ${key}${key}`,
      rationale: 'Because.',
      correct: (correct as readonly string[]).includes(key),
    }))
    expect(found({ key: 'q', stem, kind, choices })).toEqual(expected)
  })

  test.each([
    ['Which two are right? Select two.', ['*x1', '*x2', 'x3'], []],
    ['Which two are right? Select two.', ['*x1', '*x2', '*x3', 'x4'], ['error lint/stated-key-count']],
    ['Which two are right? Select two.', ['*x1', 'x2', 'x3'], ['error lint/stated-key-count']],
    ['Which is right? Choose one.', ['*x1', '*x2', 'x3'], ['error lint/stated-key-count']],
    ['Which is right? Choose one.', ['*x1', 'x2', 'x3'], []],
    ['Which are right? Choose all that apply.', ['*x1', '*x2', 'x3'], []],
  ])('%s with %j', (text, choices, expected) => expect(found(ask(text, choices))).toEqual(expected))
})

describe('what is missing', () => {
  test.each([
    [{ stem: '  ' }, ['error lint/missing-stem']],
    [{ stem: undefined }, ['error lint/missing-stem']],
    [{ choices: [] }, ['error lint/too-few-choices']],
    [
      { choices: [{ key: 'a', text: 'Yes', correct: true, rationale: 'So.' }] },
      ['error lint/too-few-choices'],
    ],
    [
      {
        choices: [
          { key: 'a', text: 'Yes', correct: true, rationale: ' ' },
          { key: 'b', correct: false, rationale: 'So.' },
        ],
      },
      ['error lint/missing-choice-text', 'error lint/missing-rationale'],
    ],
  ])('%j', (changes, expected) =>
    expect(found(ask(stem, ['*Yes', 'No'], changes)).toSorted()).toEqual(expected),
  )
})

describe('the pass mark', () => {
  const questions = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      ask(`Is ${n} right?`, n % 2 === 0 ? ['*Yes', 'No'] : ['Yes', '*No']),
    )
  const at = (count: number, passMark: number) =>
    lintExam(examOf(questions(count), passMark)).map(({ level, code }) => `${level} ${code}`)

  test.each([101, 0, -5, Number.NaN, Number.POSITIVE_INFINITY])('%d cannot be met', (passMark) => {
    expect(at(6, passMark)).toEqual(['error lint/pass-mark'])
  })

  test('of 90 % for six questions means all six', () => {
    expect(at(6, 90)).toEqual(['warning lint/pass-mark-allows-no-mistake'])
    expect(lintExam(examOf(questions(6), 90))[0]?.remedy).toContain('83 % or less')
    expect(at(6, 83)).toEqual([])
    expect(at(10, 90)).toEqual([])
  })

  test('of 100 % says so itself, and of an exam that has only begun nothing is said', () => {
    expect(at(6, 100)).toEqual([])
    expect(at(1, 60)).toEqual([])
    expect(at(2, 60)).toEqual([])
  })

  test('may still be missing', () => {
    expect(lintExam({ questions: examOf(questions(2)).questions })).toEqual([])
  })
})

describe('the key over the whole exam', () => {
  const four = ['Cornea', 'Retina', 'Macula', 'Choroid']
  const keyAt = (place: number, n: number) =>
    ask(
      `Which layer is number ${n}?`,
      four.map((text, index) => (index === place ? `*${text}` : text)),
    )
  const codes = (places: readonly number[]) => lintExam(examOf(places.map(keyAt))).map(({ code }) => code)

  test('always in one place is pointed out from four questions on', () => {
    expect(codes([0, 0, 0])).toEqual([])
    expect(codes([1, 1, 1, 1])).toEqual(['lint/key-position'])
    expect(codes([1, 1, 1, 0])).toEqual([])
  })

  test('nearly always counts when chance would hardly do it', () => {
    expect(codes([2, 2, 2, 2, 2, 0])).toEqual(['lint/key-position'])
    expect(codes([2, 2, 2, 2, 0, 1])).toEqual([])
  })

  test('questions with several correct choices have no one place', () => {
    const several = (n: number) =>
      ask(`Which layers are in group ${n}?`, ['*Cornea', '*Retina', 'Macula', 'Sclera'])
    const exam = examOf([0, 1, 2, 3, 4].map(several))
    expect(lintExam(exam).map(({ code }) => code)).toEqual([])
  })

  const longKey = (n: number, key: string) =>
    ask(
      `What is right in case ${n}?`,
      ['A short one', 'Another one', 'A third one'].toSpliced(n % 3, 0, `*${key}`),
    )

  test('always the longest is pointed out', () => {
    const exam = examOf([0, 1, 2, 3].map((n) => longKey(n, 'A choice with more detail')))
    expect(lintExam(exam)).toMatchObject([{ code: 'lint/key-length', level: 'warning', field: 'questions' }])
    expect(lintExam(exam)[0]).not.toHaveProperty('question')
  })

  test('a tie is not the longest', () => {
    expect(lintExam(examOf([0, 1, 2, 3].map((n) => longKey(n, 'Just so one'))))).toEqual([])
  })

  test('several correct choices count when all of them are longer than the rest', () => {
    const several = (n: number) =>
      ask(
        `What is right in case ${n}?`,
        ['A short one', 'Another one'].toSpliced(n % 2, 0, '*More of detail', '*More in detail'),
      )
    expect(lintExam(examOf([0, 1, 2, 3].map(several))).map(({ code }) => code)).toEqual(['lint/key-length'])
  })
})
