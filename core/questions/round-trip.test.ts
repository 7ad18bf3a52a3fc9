import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aikenFault } from './aiken/write.ts'
import { defaultName } from './default-name.ts'
import type { QuestionFormat } from './problem.ts'
import type { Question } from './question.ts'
import { inPieces, readAll, writeAll } from './test-support/convert.ts'
import { questions, trueFalseQuestions } from './test-support/questions.ts'

const formats: QuestionFormat[] = ['gift', 'aiken', 'moodle-xml', 'qti', 'csv', 'json']
const runs = { numRuns: 150, verbose: 1 } as const

/** What a format can carry of a question. */
function carried(format: QuestionFormat, question: Question): Question {
  const { image, fixedOrder, title, feedback, tags, ...bare } = question
  if (format === 'aiken') {
    const oneLine = (text: string) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .join(' ')
    return {
      type: bare.type,
      stem: oneLine(bare.stem),
      choices: bare.choices.map(({ text, correct }) => ({ text: oneLine(text), correct })),
    }
  }
  // These formats ask for a name: a question without a title gets the beginning of its stem, and a
  // title that says exactly that cannot be told from it.
  const named = format === 'qti' || format === 'moodle-xml'
  return {
    ...bare,
    ...(title !== undefined && !(named && title === defaultName(question.stem)) && { title }),
    ...(feedback !== undefined && { feedback }),
    ...(tags !== undefined && { tags }),
    ...(image !== undefined && format !== 'gift' && format !== 'csv' && { image }),
    ...(fixedOrder === true && format !== 'gift' && { fixedOrder }),
  }
}

describe('a round trip', () => {
  test.each(formats)('through %s keeps everything that the format can carry', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(questions, { minLength: 1, maxLength: 4 }), async (asked) => {
        const writable = format === 'aiken' ? asked.filter((each) => aikenFault(each) === undefined) : asked
        const { bytes } = await writeAll(format, asked)
        const { questions: back, problems } = await readAll(format, bytes)
        if (writable.length > 0)
          expect(problems.filter((problem) => problem.severity === 'error')).toEqual([])
        expect(back).toEqual(writable.map((question) => carried(format, question)))
      }),
      runs,
    )
  })

  test.each(['gift', 'moodle-xml', 'qti', 'csv', 'json'] as const)(
    'through %s keeps true/false questions whole',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(trueFalseQuestions, async (question) => {
          const { bytes } = await writeAll(format, [question])
          expect((await readAll(format, bytes)).questions).toEqual([question])
        }),
        runs,
      )
    },
  )

  test.each(['gift', 'moodle-xml', 'qti', 'csv', 'json'] as const)(
    'through %s keeps shares of the mark',
    async (format) => {
      const question: Question = {
        type: 'multiple',
        stem: 'Which?',
        choices: [
          { text: 'a', correct: true, fraction: 75 },
          { text: 'b', correct: true, fraction: 25 },
          { text: 'c', correct: false, fraction: -33.33333 },
          { text: 'd', correct: false },
        ],
      }
      const single: Question = {
        type: 'single',
        stem: 'Which one?',
        choices: [
          { text: 'a', correct: true },
          { text: 'b', correct: false, fraction: 50 },
        ],
      }
      const { bytes } = await writeAll(format, [question, single])
      expect((await readAll(format, bytes)).questions).toEqual([question, single])
    },
  )
})

describe('pieces', () => {
  test.each(formats)('of %s may end anywhere', async (format) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(questions, { minLength: 1, maxLength: 3 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }),
        fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) }), {
          maxLength: 2,
        }),
        async (asked, cuts, damages) => {
          const { bytes } = await writeAll(format, asked)
          // Damaged files must give the same problems at the same places, too.
          for (const { at, byte } of damages) bytes[Math.floor(at * (bytes.length - 1))] = byte
          const whole = await readAll(format, bytes)
          expect((await readAll(format, inPieces(bytes, cuts))).reads).toEqual(whole.reads)
        },
      ),
      runs,
    )
  })
})

describe('bad input', () => {
  test.each(formats)('never throws and never hangs as %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.string({ unit: 'grapheme', maxLength: 200 }),
          fc
            .array(
              fc.constantFrom(
                '<',
                '>',
                '{',
                '}',
                '[',
                ']',
                '"',
                ',',
                ';',
                '=',
                '~',
                '#',
                '\n',
                '\r',
                'A)',
                'ANSWER: A',
                '<quiz>',
                '<question type="multichoice">',
                '&',
                '::',
                '\\',
              ),
              { maxLength: 40 },
            )
            .map((parts) => parts.join('')),
        ),
        async (source) => {
          for (const read of (await readAll(format, source)).reads) {
            if (read.kind === 'question') continue
            expect(read.problem.line).toBeGreaterThan(0)
            expect(read.problem.column).toBeGreaterThan(0)
            expect(read.problem.message.length * read.problem.remedy.length).toBeGreaterThan(0)
          }
        },
      ),
      { ...runs, numRuns: 400 },
    )
  })

  test.each(formats)('as %s that once was good is reported or read', async (format) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(questions, { minLength: 1, maxLength: 3 }),
        fc.array(
          fc.record({
            at: fc.double({ min: 0, max: 1, noNaN: true }),
            bytes: fc.uint8Array({ maxLength: 3 }),
            cut: fc.nat(20),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        async (asked, changes) => {
          let { bytes } = await writeAll(format, asked)
          for (const change of changes) {
            const at = Math.floor(change.at * bytes.length)
            bytes = new Uint8Array(
              Buffer.concat([bytes.slice(0, at), change.bytes, bytes.slice(at + change.cut)]),
            )
          }
          for (const { type, stem, choices } of (await readAll(format, bytes)).questions) {
            expect(stem).not.toBe('')
            expect(choices.length).toBeGreaterThan(1)
            const correct = choices.filter((choice) => choice.correct).length
            expect(type === 'single' ? correct === 1 : correct > 0).toBe(true)
          }
        },
      ),
      runs,
    )
  })

  test.each(formats)('that is empty is reported as %s', async (format) => {
    const { problems } = await readAll(format, ' \n')
    expect(problems).toHaveLength(1)
  })
})
