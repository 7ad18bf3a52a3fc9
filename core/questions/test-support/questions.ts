import fc from 'fast-check'
import { plainLine, plainText } from '../plain.ts'
import type { Question } from '../question.ts'
import { tidy } from '../settle.ts'

// What means something to one format or another stands beside what any text may hold.
const awkward = fc.constantFrom(
  '=',
  '~',
  '#',
  '{',
  '}',
  ':',
  '::',
  '\\',
  '\\n',
  '//',
  '->',
  '%50%',
  '####',
  '[html]',
  '[plain]',
  '[tag:x]',
  '$CATEGORY:',
  '<b>',
  '&amp;',
  '&',
  '<',
  '>',
  ']]>',
  '<![CDATA[',
  '"',
  "'",
  ';',
  ',',
  '\t',
  '\n',
  '\n\n',
  '  ',
  ' \u00a0',
  '\u00a0',
  'A)',
  'B.',
  'ANSWER: A',
  '@@PLUGINFILE@@',
  '+1',
  '-2',
  '@x',
  "'",
  '|',
  '#1',
  'Δ 5 µm',
  '眼',
  '👁',
  '\u200b',
  '\u2028',
  'É',
)
const piece = fc.oneof({ weight: 2, arbitrary: awkward }, fc.string({ unit: 'grapheme', maxLength: 12 }))
const raw = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''))
const text = raw.map(plainText).filter((each) => each !== '' && !each.includes('\ufffd'))
const line = raw.map(plainLine).filter((each) => each !== '' && !each.includes('\ufffd'))
// Moodle's tags know none of <, >, ` and its commas part them; a bracket in a comment of GIFT ends the tag.
const tag = line.map((each) => plainLine(each.replace(/[<>`\\]/g, ''))).filter((each) => each !== '')

/** A PNG of one pixel. */
export const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const image = fc.record(
  {
    name: fc.constantFrom('fundus.png', 'slit lamp & more.png', 'ä%20.png'),
    mediaType: fc.constant('image/png'),
    data: fc.constant(pixel),
    alt: line,
  },
  { requiredKeys: ['name', 'mediaType', 'data'] },
)

/** Any question, its texts as questions hold them. */
export const questions: fc.Arbitrary<Question> = fc
  .record({
    type: fc.constantFrom('single' as const, 'multiple' as const),
    title: fc.option(line, { nil: undefined }),
    stem: text,
    choices: fc.array(
      fc.record({ text, mark: fc.boolean(), feedback: fc.option(text, { nil: undefined }) }),
      {
        minLength: 2,
        maxLength: 7,
      },
    ),
    best: fc.nat(),
    feedback: fc.option(text, { nil: undefined }),
    tags: fc.option(fc.uniqueArray(tag, { minLength: 1, maxLength: 3 }), { nil: undefined }),
    image: fc.option(image, { nil: undefined }),
    fixedOrder: fc.boolean(),
  })
  .map(({ choices, best, ...rest }) =>
    tidy({
      ...rest,
      choices: choices.map(({ mark, ...choice }, index) => ({
        ...choice,
        correct: index === best % choices.length || (rest.type === 'multiple' && mark),
      })),
    }),
  )

/** A true/false question as GIFT and Moodle hold it. */
export const trueFalseQuestions: fc.Arbitrary<Question> = fc
  .record({
    stem: text,
    key: fc.boolean(),
    yes: fc.option(text, { nil: undefined }),
    no: fc.option(text, { nil: undefined }),
  })
  .map(({ stem, key, yes, no }) =>
    tidy({
      type: 'single',
      stem,
      choices: [
        { text: 'True', correct: key, feedback: yes },
        { text: 'False', correct: !key, feedback: no },
      ],
      fixedOrder: true,
    }),
  )
