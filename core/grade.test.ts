import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grade } from './grade.ts'
import { checkAnswers } from './submission.ts'
import { examVersions, rightAnswers } from './test-support/exams.ts'

describe('grading', () => {
  test('the right answers to any exam have no fault, pass it and earn its points', () => {
    fc.assert(
      fc.property(examVersions, (version) => {
        const answers = rightAnswers(version)
        expect(checkAnswers(version, answers)).toEqual([])
        const outOf = version.questions.length
        expect(grade(version, answers)).toEqual({
          correct: outOf,
          outOf,
          percent: 100,
          passed: true,
          points: version.points,
        })
      }),
    )
  })

  test('neither the order of questions nor that of choices bears on the mark', () => {
    fc.assert(
      fc.property(
        examVersions,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (version, random) => {
          const shuffled = {
            ...version,
            questions: shuffle(
              version.questions.map((question) => ({
                ...question,
                choices: shuffle(question.choices, random),
              })),
              random,
            ),
          }
          const answers = rightAnswers(version)
          answers[0] = {
            question: answers[0]?.question ?? '',
            choices: [version.questions[0]?.choices[0]?.key ?? ''],
          }
          expect(grade(shuffled, shuffle(answers, random))).toEqual(grade(version, answers))
        },
      ),
    )
  })

  test('one question answered differently costs exactly its mark', () => {
    fc.assert(
      fc.property(examVersions, fc.nat(), (version, index) => {
        const answers = rightAnswers(version)
        const at = index % answers.length
        const question = version.questions[at]
        const toggled = question?.choices[0]?.key ?? ''
        const chosen = answers[at]?.choices ?? []
        const other = chosen.includes(toggled)
          ? chosen.filter((key) => key !== toggled)
          : [...chosen, toggled]
        answers[at] = { question: question?.key ?? '', choices: other }
        const result = grade(version, answers)
        expect(result.correct).toBe(version.questions.length - 1)
        expect(result.passed).toBe(result.percent >= version.passMark)
        expect(result.points).toBe(result.passed ? version.points : 0)
      }),
    )
  })

  test.each([
    [3, 5, 60, true],
    [2, 3, 67, false],
    [2, 3, 66, true],
    [3, 6, 60, false],
    [4, 6, 60, true],
  ])('%i of %i at a pass mark of %i %%: passed is %s', (right, of, passMark, passed) => {
    const [version] = fc.sample(examVersions, { numRuns: 1, seed: 7 })
    if (version === undefined) throw new Error('no sample')
    const choices = [
      { key: 'a', text: 'A', correct: true, rationale: '' },
      { key: 'b', text: 'B', correct: false, rationale: '' },
    ]
    const questions = Array.from({ length: of }, (_, n) => ({
      key: `q${n}`,
      stem: '?',
      kind: 'single' as const,
      choices,
    }))
    const answers = questions.map(({ key }, n) => ({ question: key, choices: [n < right ? 'a' : 'b'] }))
    expect(grade({ ...version, passMark, questions }, answers).passed).toBe(passed)
  })
})

function shuffle<T>(values: readonly T[], random: Iterator<number>): T[] {
  return values
    .map((value) => ({ value, at: Number(random.next().value) }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value)
}
