import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PlainDocument, pairDocuments } from '../content/documents.ts'
import { faultless, refs } from '../test-support/pack-documents.ts'
import { packChecklist } from './checklist.ts'

const checklistOf = (documents: Iterable<PlainDocument>) => packChecklist(pairDocuments(documents), 'pack')

/** The faultless pack in which some documents have other fields; a field that is `undefined` is absent. */
const changed = (changes: Readonly<Record<string, object>>) =>
  faultless.map((document): PlainDocument => ({ ...document, ...changes[document._id] }))

/** What is found, one line each: level, code, document, path. */
const found = (documents: Iterable<PlainDocument>) =>
  checklistOf(documents)?.checks.flatMap(({ code, findings }) =>
    findings.map(({ level, documentId, path }) => `${level} ${code}: ${documentId} ${path}`.trim()),
  )

const original = (id: string) => faultless.find(({ _id }) => _id === id) ?? { _id: '', _type: '' }

describe('the checklist of a pack', () => {
  test('without fault is ready, every check among it', () => {
    const checklist = checklistOf(faultless)
    expect(checklist).toMatchObject({ missing: 0, advice: 0 })
    expect(checklist?.checks.map(({ state }) => state)).not.toContain('missing')
    expect(checklist?.facts).toEqual({ items: 2, points: 2, units: 2, unitsCovered: 2 })
  })

  test('that does not exist is none', () => {
    expect(packChecklist(pairDocuments(faultless), 'another')).toBeUndefined()
  })

  test('has a code of its own for each check', () => {
    const codes = checklistOf(faultless)?.checks.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes?.length)
  })

  test.each<[string, Record<string, object>, string[]]>([
    ['no summary', { pack: { summary: ' ' } }, ['missing pack-texts: pack summary']],
    ['no address', { pack: { slug: null } }, ['missing pack-texts: pack slug']],
    [
      'an item twice',
      { pack: { items: [...refs('reading', 'watching'), { _ref: 'reading', _key: 'again' }] } },
      ['missing pack-items: pack items[_key=="again"]'],
    ],
    [
      'an item that is gone',
      { pack: { items: refs('reading', 'watching', 'gone') } },
      ['missing pack-items: pack items[_key=="gone"]'],
    ],
    [
      'a window that closes before it opens',
      { pack: { closesOn: '2021-08-31' } },
      ['missing pack-window: pack closesOn'],
    ],
    ['an impossible day', { pack: { opensOn: '2021-02-30' } }, ['missing pack-window: pack opensOn']],
    [
      'a time zone of no place',
      { pack: { timeZone: 'Europe/Londn' } },
      ['missing pack-window: pack timeZone'],
    ],
    [
      'a window beyond the cycle',
      { pack: { closesOn: '2022-01-02' } },
      ['missing pack-within-cycle: pack closesOn'],
    ],
    [
      'no day left to accept points',
      { pack: { closesOn: '2021-12-31' } },
      ['advice pack-within-cycle: pack closesOn'],
    ],
    [
      'no advice on accepting points',
      { pack: { acceptanceAdvice: undefined } },
      ['missing pack-acceptance-advice: pack acceptanceAdvice'],
    ],
    ['an item without author', { reading: { authors: [] } }, ['missing item-content: reading authors']],
    ['an article without text', { reading: { body: undefined } }, ['missing item-content: reading body']],
    ['a video without file', { watching: { file: {} } }, ['missing item-content: watching file']],
    [
      'a reference number of another form',
      { reading: { republication: { firstPublished: '2020-05-01', originalReference: 'C-12' } } },
      ['missing item-original-reference: reading republication.originalReference'],
    ],
    [
      'an item that is newer than the pack',
      { reading: { republication: { firstPublished: '2021-09-01', originalReference: 'C-70001' } } },
      ['missing item-published-before-opening: reading republication.firstPublished'],
    ],
    [
      'two items of equal title',
      { watching: { title: 'title of  READING' } },
      ['missing item-duplicates: watching title'],
    ],
    ['no captions', { watching: { captions: undefined } }, ['missing video-captions: watching captions']],
    [
      'captions of no language',
      { watching: { captionsLanguage: '' } },
      ['missing video-captions: watching captionsLanguage'],
    ],
    ['no transcript', { watching: { transcript: [] } }, ['missing video-captions: watching transcript']],
    [
      'a poster without alternative text',
      { watching: { poster: { image: { asset: { _ref: 'image-2' } } } } },
      ['missing images-alternative-text: watching poster.alt'],
    ],
    [
      'no poster',
      { watching: { poster: undefined } },
      ['missing images-alternative-text: watching poster.image'],
    ],
    ['no references', { reading: { references: [] } }, ['missing item-references: reading references']],
    ['no exam', { reading: { exam: undefined } }, ['missing item-exam: reading exam']],
    [
      'an exam that is gone',
      { reading: { exam: { _ref: 'exam-gone' } } },
      ['missing item-exam: reading exam'],
    ],
    [
      'an exam of two items',
      { watching: { exam: { _ref: 'exam-reading' } } },
      ['missing item-exam: watching exam'],
    ],
    [
      'an objective without competency, one without text',
      {
        reading: {
          learningObjectives: [
            { _key: 'x', text: 'Do' },
            { _key: 'y', competencies: refs('unit-o1', 'unit-d1') },
          ],
        },
      },
      [
        'missing exam-objective: reading learningObjectives[_key=="x"].competencies',
        'missing exam-objective: reading learningObjectives[_key=="y"].text',
      ],
    ],
    [
      'an exam without questions',
      { 'exam-reading': { questions: undefined } },
      ['missing exam-questions: exam-reading questions'],
    ],
    [
      'a question without key and rationale',
      {
        'exam-reading': {
          questions: [
            {
              _key: 'q',
              stem: 'Why?',
              choices: [
                { _key: 'x', text: 'One', rationale: 'r' },
                { _key: 'y', text: 'Two', rationale: ' ' },
              ],
            },
          ],
        },
      },
      [
        'missing exam-lints: exam-reading questions[_key=="q"].choices[_key=="y"].rationale',
        'missing exam-lints: exam-reading questions[_key=="q"].choices',
      ],
    ],
    [
      'an exam without points',
      { 'exam-reading': { points: 0 } },
      ['missing exam-points: exam-reading points'],
    ],
    [
      'no pass mark',
      { 'exam-reading': { passMark: undefined } },
      ['missing exam-points: exam-reading passMark'],
    ],
    [
      'the same question in two exams',
      { 'exam-watching': { questions: original('exam-reading')['questions'] } },
      ['advice exam-repeated-questions: exam-watching questions[_key=="q1"].stem'],
    ],
  ])('finds %s', (_, changes, lines) => {
    expect(found(changed(changes))).toEqual(lines)
  })

  test('finds figures without image or alternative text, and citations of nothing, by their keys', () => {
    const body = [
      { _type: 'figure', _key: 'f1', image: { asset: { _ref: 'image-1' } }, alt: ' ' },
      { _type: 'figure', _key: 'f2', alt: 'An eye.' },
      { _type: 'block', _key: 'b1', children: [{ _type: 'citation', work: 'w9' }] },
    ]
    expect(found(changed({ reading: { body } }))).toEqual([
      'missing images-alternative-text: reading body[_key=="f1"].alt',
      'missing images-alternative-text: reading body[_key=="f2"].image',
      'missing item-references: reading body[_key=="b1"]',
    ])
  })

  test('finds gaps, single points of failure and types without points', () => {
    const oneType = { audience: refs('type-o') }
    expect(found(changed({ watching: oneType }))).toEqual([
      'advice item-audience: watching learningObjectives[_key=="lo"].competencies',
      'advice coverage-single: unit-d1',
    ])
    expect(found(changed({ watching: oneType, reading: oneType }))).toEqual([
      'advice item-audience: reading learningObjectives[_key=="lo"].competencies',
      'advice item-audience: watching learningObjectives[_key=="lo"].competencies',
      'missing coverage-complete: unit-d1',
      'missing coverage-points: pack items',
    ])
  })

  test('asks for a framework, and for its competencies', () => {
    expect(found(changed({ pack: { framework: undefined } }))).toEqual([
      'missing pack-framework: pack framework',
    ])
    expect(found(changed({ pack: { framework: { _ref: 'gone' } } }))).toEqual([
      'missing pack-framework: pack framework',
    ])
    expect(
      found([
        ...faultless,
        { _id: 'bare', _type: 'framework' },
        { ...original('pack'), framework: { _ref: 'bare' } },
      ]),
    ).toEqual(['missing coverage-complete: bare'])
  })

  test('looks at drafts before what is published, and says so', () => {
    const draft = { ...original('reading'), _id: 'drafts.reading', references: [] }
    const checklist = checklistOf([...faultless, draft])
    const findings = checklist?.checks.flatMap((check) => check.findings) ?? []
    expect(findings.map(({ level, documentId, state, path }) => [level, documentId, state, path])).toEqual([
      ['advice', 'reading', 'draft', ''],
      ['missing', 'reading', 'draft', 'references'],
    ])
  })

  test('does not pass over what was never published', () => {
    const drafts = faultless.map((document) =>
      ['reading', 'exam-reading'].includes(document._id)
        ? { ...document, _id: `drafts.${document._id}` }
        : document,
    )
    expect(found(drafts)).toEqual([
      'missing items-published: reading',
      'missing exams-published: exam-reading',
    ])
  })

  test('stands whatever editors have left half-written, and leads to documents that are there', () => {
    const rubbish = fc.constantFrom<unknown>(
      null,
      undefined,
      '',
      'text',
      0,
      -1,
      [],
      {},
      [null],
      [{}],
      [{ _key: 'k' }],
    )
    const ids = new Set(faultless.map(({ _id }) => _id))
    const spoilt = fc.tuple(
      ...faultless.map((document) =>
        fc.record(
          Object.fromEntries(
            Object.keys(document)
              .filter((key) => !key.startsWith('_'))
              .map((key) => [key, rubbish]),
          ),
          { requiredKeys: [] },
        ),
      ),
    )
    fc.assert(
      fc.property(spoilt, (changes) => {
        const documents = faultless.map((document, index) => ({ ...document, ...changes[index] }))
        const checklist = checklistOf(documents)
        for (const { findings, state } of checklist?.checks ?? []) {
          expect(state === 'ok').toBe(findings.length === 0)
          for (const { documentId, type, what, remedy } of findings) {
            expect(ids).toContain(documentId)
            expect(original(documentId)._type).toBe(type)
            for (const sentence of [what, remedy]) expect(sentence).toMatch(/[.?]$/)
          }
        }
      }),
    )
  })
})
