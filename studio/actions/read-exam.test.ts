import { describe, expect, test } from 'vitest'
import { examChanges } from '../../core/index.ts'
import { choice, exam, question } from '../../schemas/test-support/samples.ts'
import { readExam } from './read-exam.ts'

const published = exam({ questions: [question('q1'), question('q2')] })
const parts = (draft: Readonly<Record<string, unknown>>) =>
  examChanges(readExam(published), readExam(draft)).changes.map(({ part }) => part)

describe('an exam document', () => {
  test('is the same exam whatever Sanity adds to it', () => {
    expect(parts({ ...published, _id: 'exam-x', _rev: 'other', _updatedAt: '2021-10-04T12:00:00Z' })).toEqual(
      [],
    )
  })

  test.each<[string, Record<string, unknown>, string[]]>([
    [
      'another key',
      { questions: [question('q1', { choices: [choice('a', false), choice('b', true)] }), question('q2')] },
      ['key', 'wording', 'wording'],
    ],
    [
      'a figure',
      { questions: [question('q1', { image: { image: { asset: {} } } }), question('q2')] },
      ['shown'],
    ],
    ['a fixed order', { questions: [question('q1', { fixedOrder: true }), question('q2')] }, ['shown']],
    ['another pass mark', { passMark: 70 }, ['pass-mark']],
    ['another introduction', { introduction: 'Three questions.' }, ['shown']],
    ['a question less', { questions: [question('q2')] }, ['question-removed']],
  ])('with %s is another', (_, changes, expected) => {
    expect(parts({ ...published, ...changes })).toEqual(expected)
  })

  test.each([
    {},
    { questions: null },
    { questions: [null, 'x', { stem: 'without a key' }] },
    { passMark: '60' },
  ])('that is half written, such as %j, is read as far as it goes', (document) => {
    expect(readExam(document)).toMatchObject({ questions: [], passMark: undefined })
  })

  test('keeps a question that is only begun', () => {
    expect(readExam({ questions: [{ _key: 'q', choices: [{ _key: 'a' }] }] }).questions).toMatchObject([
      { key: 'q', stem: undefined, choices: [{ key: 'a', correct: false }] },
    ])
  })
})
