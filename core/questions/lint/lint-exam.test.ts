import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LintedExam, LintFinding } from './finding.ts'
import { lintExam } from './lint-exam.ts'
import { lintRules } from './registry.ts'
import { ask, examOf } from './test-support/questions.ts'

/** Three questions that a reviewer would let pass. */
const clean = examOf([
  ask('A woman of 59 has a shadow in her field. What is the next step?', [
    'Review in six weeks',
    '*Refer the same day',
    'Take a photograph',
  ]),
  ask('Which two signs are typical of anterior uveitis? Select two.', [
    '*Cells in the chamber',
    'A sticky discharge',
    '*Redness of the limbus',
    'Follicles in the lid',
  ]),
  ask('Which drop is NOT suitable in a narrow angle?', ['*Atropine', 'Pilocarpine', 'Timolol']),
])

/** Words from which vignettes, stems and choices are put together. */
const words = fc.constantFrom(
  'the cornea',
  'all',
  'not',
  'never',
  'A',
  'and',
  'C',
  'above',
  'of the',
  'option',
  '2',
  'select',
  'two',
  'which',
  'if',
  'B',
  'except',
  'retina',
  '?',
  '.',
  ':',
  '(a)',
  'only',
  '21 mmHg',
)
const text = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.array(words, { maxLength: 9 }).map((each) => each.join(' ')),
)
const choice = (key: string) =>
  fc.record(
    { key: fc.constant(key), text, correct: fc.boolean(), rationale: text },
    { requiredKeys: ['key'] },
  )
const question = (key: string) =>
  fc.record(
    {
      key: fc.constant(key),
      stem: text,
      kind: fc.constantFrom('single' as const, 'multiple' as const),
      fixedOrder: fc.boolean(),
      choices: fc
        .nat(6)
        .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => choice(`${key}c${n}`)))),
    },
    { requiredKeys: ['key', 'choices'] },
  )
const exams: fc.Arbitrary<LintedExam> = fc.record(
  {
    questions: fc
      .nat(7)
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => question(`q${n}`)))),
    passMark: fc.oneof(fc.integer({ min: -10, max: 120 }), fc.double()),
  },
  { requiredKeys: ['questions'] },
)

/** Rules that are about places: moving choices is what they ask for. The later of two twins is named, too. */
const aboutPlaces = new Set([
  'lint/key-position',
  'lint/choice-reference',
  'lint/typed-label',
  'lint/duplicate-choice',
])
const lines = (findings: readonly LintFinding[]) =>
  findings
    .filter(({ code }) => !aboutPlaces.has(code))
    .map((finding) => JSON.stringify(finding))
    .toSorted()

describe('lints', () => {
  test('find nothing in an exam without fault', () => expect(lintExam(clean)).toEqual([]))

  test('find nothing in an exam that has not been begun', () =>
    expect(lintExam({ questions: [] })).toEqual([]))

  test('hold for any order of choices', () => {
    fc.assert(
      fc.property(exams, fc.infiniteStream(fc.nat()), (exam, numbers) => {
        const shuffled = {
          ...exam,
          questions: exam.questions.map((each) => ({
            ...each,
            choices: each.choices
              .map((one) => ({ one, at: numbers.next().value ?? 0 }))
              .toSorted((a, b) => a.at - b.at)
              .map(({ one }) => one),
          })),
        }
        expect(lines(lintExam(shuffled))).toEqual(lines(lintExam(exam)))
      }),
    )
  })

  test('stay silent about a clean question, whatever stands around it', () => {
    fc.assert(
      fc.property(exams, (exam) => {
        const [kept] = clean.questions
        if (kept === undefined) return
        const around = { ...exam, questions: [{ ...kept, key: 'clean' }, ...exam.questions] }
        expect(lintExam(around).filter((finding) => finding.question === 'clean')).toEqual([])
      }),
    )
  })

  test('point at something that is there, explain it and suggest a remedy', () => {
    const codes = new Set<string>(lintRules.map(({ code }) => code))
    fc.assert(
      fc.property(exams, (exam) => {
        for (const finding of lintExam(exam)) {
          expect(codes).toContain(finding.code)
          expect(finding.message).toMatch(/[.!?]$/)
          expect(finding.remedy).toMatch(/[.!?]$/)
          const of = exam.questions.find(({ key }) => key === finding.question)
          expect(of === undefined).toBe(finding.question === undefined)
          expect(['questions', 'passMark'].includes(finding.field)).toBe(of === undefined)
          const at = of?.choices.find(({ key }) => key === finding.choice)
          expect(at === undefined).toBe(finding.choice === undefined)
          expect(['text', 'rationale'].includes(finding.field)).toBe(at !== undefined)
        }
      }),
    )
  })

  test('say nothing twice', () => {
    fc.assert(
      fc.property(exams, (exam) => {
        const said = lintExam(exam).map((finding) => JSON.stringify(finding))
        expect(new Set(said).size).toBe(said.length)
      }),
    )
  })

  test('come in reading order', () => {
    const places = lintExam({
      questions: [ask('Keratoconus', ['*Yes', 'No'], { key: 'a' }), ask('', ['Yes', 'No'], { key: 'b' })],
      passMark: 0,
    }).map(({ question, level }) => `${question ?? 'exam'} ${level}`)
    expect(places).toEqual(['exam error', 'a warning', 'b error', 'b error'])
  })
})

describe('the registry', () => {
  test('has the codes that were given out; none is ever renamed', () => {
    expect(lintRules.map(({ code, level }) => `${level} ${code}`)).toEqual([
      'error lint/missing-stem',
      'error lint/too-few-choices',
      'error lint/missing-choice-text',
      'error lint/missing-rationale',
      'error lint/key-count',
      'error lint/stated-key-count',
      'error lint/duplicate-choice',
      'error lint/choice-reference',
      'error lint/pass-mark',
      'warning lint/all-of-the-above',
      'warning lint/none-of-the-above',
      'warning lint/negative-stem',
      'warning lint/stem-without-question',
      'warning lint/duplicate-stem',
      'warning lint/choice-length',
      'warning lint/absolute-words',
      'warning lint/typed-label',
      'warning lint/pass-mark-allows-no-mistake',
      'warning lint/key-position',
      'warning lint/key-length',
    ])
  })

  test('says where each rule comes from', () => {
    for (const { title, source } of lintRules) {
      expect(title).not.toBe('')
      expect(source.work).not.toBe('')
    }
  })
})
