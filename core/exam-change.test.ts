import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { consequenceOf, type EditedExam, examChanges } from './exam-change.ts'
import { canonicalExamVersion, type ExamVersion } from './exam-version.ts'
import { grade } from './grade.ts'
import { examVersions, rightAnswers } from './test-support/exams.ts'

const exam: EditedExam = {
  title: 'Exam: red eye',
  introduction: 'Two questions.',
  passMark: 60,
  maxAttempts: 3,
  points: 1,
  pointType: 'non-interactive',
  feedback: 'after-last-word',
  questions: [
    {
      key: 'layers',
      stem: 'Which layer?',
      kind: 'single',
      choices: [
        { key: 'lipid', text: 'Lipid', correct: true, rationale: 'It slows evaporation.' },
        { key: 'aqueous', text: 'Aqueous', correct: false, rationale: 'No.' },
      ],
    },
    {
      key: 'signs',
      stem: 'Which signs?',
      kind: 'multiple',
      choices: [
        { key: 'staining', text: 'Staining', correct: true, rationale: 'Yes.' },
        { key: 'halo', text: 'Halo', rationale: 'No.' },
      ],
    },
  ],
}

type Question = EditedExam['questions'][number]
const [layers, signs] = exam.questions as [Question, Question]
const withLayers = (changes: Partial<Question>): EditedExam => ({
  ...exam,
  questions: [{ ...layers, ...changes }, signs],
})
const changed = (draft: EditedExam) => examChanges(exam, draft).changes

describe('publishing an exam', () => {
  test('without a change changes nothing', () => {
    expect(examChanges(exam, structuredClone(exam))).toEqual({
      changes: [],
      newVersion: false,
      regradable: false,
    })
  })

  test('names the choices between which the key moved, and offers a regrade', () => {
    const [lipid, aqueous] = layers.choices
    const draft = withLayers({
      choices: [
        { key: 'lipid', ...lipid, correct: false },
        { key: 'aqueous', ...aqueous, correct: true },
      ],
    })
    expect(examChanges(exam, draft)).toEqual({
      changes: [
        {
          part: 'key',
          what: 'Question 1 (“Which layer?”): correct is now “Aqueous”; it was “Lipid”.',
        },
      ],
      newVersion: true,
      regradable: true,
    })
    expect(consequenceOf('key')).toContain('keep their result')
  })

  test.each<[string, EditedExam, string, string]>([
    [
      'a stem',
      withLayers({ stem: 'Which one?' }),
      'wording',
      'Question 1 (“Which one?”): the question is worded differently.',
    ],
    [
      'a kind',
      withLayers({ kind: 'multiple' }),
      'wording',
      'Question 1 (“Which layer?”): it now takes several answers.',
    ],
    ['the pass mark', { ...exam, passMark: 80 }, 'pass-mark', 'The pass mark is 80 %; it was 60 %.'],
    ['the attempts', { ...exam, maxAttempts: 1 }, 'attempts', 'Attempts allowed: 1; before: 3.'],
    ['the points', { ...exam, points: 2 }, 'points', 'A pass earns 2 CET points; it earned 1.'],
    [
      'the kind of points',
      { ...exam, pointType: 'interactive' },
      'points',
      'The points are interactive; they were non-interactive.',
    ],
    [
      'the feedback',
      { ...exam, feedback: 'never' },
      'feedback',
      'Members no longer see the answers, at any time.',
    ],
    ['the title', { ...exam, title: 'Exam' }, 'title', 'The title is “Exam”; it was “Exam: red eye”.'],
    ['the introduction', { ...exam, introduction: 'x' }, 'shown', 'The introduction is worded differently.'],
    [
      'a figure',
      withLayers({ look: '{"image":"a"}' }),
      'shown',
      'Question 1 (“Which layer?”): its figure, or whether its choices may be shuffled, is different.',
    ],
    ['the order', { ...exam, questions: [signs, layers] }, 'order', 'The questions are in another order.'],
    [
      'the questions by one less',
      { ...exam, questions: [signs] },
      'question-removed',
      'Question 1 (“Which layer?”) is left out.',
    ],
    [
      'the questions by one more',
      { ...exam, questions: [layers, signs, { key: 'new', stem: '  ', choices: [] }] },
      'question-added',
      'Question 3 (without text) is new.',
    ],
  ])('with %s changed says so alone', (_, draft, part, what) => {
    expect(changed(draft)).toEqual([{ part, what }])
  })

  test('names a choice that was reworded, added or left out', () => {
    const [lipid] = layers.choices
    const draft = withLayers({
      choices: [
        { key: 'lipid', ...lipid, text: `Lipid ${'layer '.repeat(20)}`, rationale: 'Because.' },
        { key: 'mucin', text: 'Mucin', correct: false },
      ],
    })
    expect(changed(draft).map(({ what }) => what.replace('Question 1 (“Which layer?”): ', ''))).toEqual([
      'a choice reads “Lipid layer layer layer layer layer layer layer layer layer…”; it read “Lipid”.',
      'the rationale of “Lipid layer layer layer layer layer layer layer layer layer…” is worded differently.',
      'the choice “Mucin” is new.',
      'the choice “Aqueous” is left out.',
    ])
  })

  test('takes a choice that is not marked for an incorrect one, as the release does', () => {
    const marked = structuredClone(exam.questions[1]?.choices ?? [])
    const draft = {
      ...exam,
      questions: [
        layers,
        { ...signs, choices: marked.map((each) => ({ ...each, correct: each.correct === true })) },
      ],
    }
    expect(changed(draft)).toEqual([])
  })
})

/** An exam version with a random selection of changes, as an editor could make them. */
const editedVersions: fc.Arbitrary<readonly [ExamVersion, ExamVersion]> = fc
  .tuple(examVersions, examVersions, fc.array(fc.nat({ max: 9 }), { maxLength: 3 }), fc.nat())
  .map(([version, other, edits, pick]) => {
    const edited = structuredClone(version)
    const question = edited.questions[pick % edited.questions.length]
    for (const edit of edits) {
      if (edit === 0) edited.passMark = other.passMark
      if (edit === 1) edited.maxAttempts = other.maxAttempts
      if (edit === 2) edited.points = other.points
      if (edit === 3) edited.feedback = other.feedback
      if (edit === 4) edited.title = other.title
      if (edit === 5) edited.questions.reverse()
      if (edit === 6 && edited.questions.length > 1) edited.questions.pop()
      if (edit === 7) question?.choices.reverse()
      if (edit === 8 && question !== undefined) question.stem = other.title
      if (edit === 9 && question !== undefined) {
        const wrong = question.choices.findIndex((choice) => !choice.correct)
        if (wrong >= 0) {
          const right = question.choices.findIndex((choice) => choice.correct)
          const [a, b] = [question.choices[right], question.choices[wrong]]
          if (a !== undefined && b !== undefined) [a.correct, b.correct] = [false, true]
        }
      }
    }
    return [version, edited]
  })

describe('any change', () => {
  test('makes a new version exactly when the versions’ canonical JSON differs', () => {
    fc.assert(
      fc.property(editedVersions, ([before, after]) => {
        const differs = canonicalExamVersion(before) !== canonicalExamVersion(after)
        expect(examChanges(before, after).newVersion).toBe(differs)
      }),
    )
  })

  test('for which no regrade is offered marks every earlier answer as before', () => {
    fc.assert(
      fc.property(editedVersions, fc.array(fc.boolean()), ([before, after], luck) => {
        fc.pre(!examChanges(before, after).regradable)
        const answers = rightAnswers(before).map((answer, index) =>
          luck[index] === true ? answer : { ...answer, choices: answer.choices.slice(1) },
        )
        const [was, is] = [grade(before, answers), grade(after, answers)]
        expect([is.correct, is.passed]).toEqual([was.correct, was.passed])
      }),
    )
  })
})
