import { evaluate, parse } from 'groq-js'
import { describe, expect, test } from 'vitest'
import { ATTENTION_PARAMS, ATTENTION_QUERY, attentionNeeded, readAttentionRows } from './attention.ts'

const now = Date.parse('2021-10-04T12:00:00Z')
const recent = '2021-10-03T12:00:00Z'
const old = '2021-09-01T12:00:00Z'
const ref = (id: string) => ({ _type: 'reference', _ref: id })
const image = { asset: ref('image-x') }

const choice = (key: string, correct: boolean) => ({
  _key: key,
  text: `Choice ${key}`,
  correct,
  rationale: 'Why.',
})
const question = (more: object = {}) => ({
  _key: 'q',
  stem: 'Which layer?',
  kind: 'single',
  choices: [choice('a', true), choice('b', false), choice('c', false), choice('d', false)],
  ...more,
})
const exam = (id: string, title: string) => ({
  _id: id,
  _type: 'exam',
  title,
  passMark: 60,
  questions: [question()],
})

const stored = (document: Record<string, unknown>) => ({ _updatedAt: recent, ...document })
const faultless = [
  { _id: 'siteSettings', _type: 'siteSettings', title: 'Site', activePack: ref('pack') },
  {
    _id: 'pack',
    _type: 'pack',
    title: 'Pack',
    items: [ref('article'), ref('video')],
    opensOn: '2021-09-06',
    closesOn: '2021-12-28',
    timeZone: 'Europe/London',
  },
  {
    _id: 'article',
    _type: 'article',
    title: 'Article',
    exam: ref('exam'),
    body: [{ _type: 'figure', image, alt: 'An eye.' }, { _type: 'figure' }],
  },
  { _id: 'video', _type: 'video', title: 'Video', exam: ref('exam-v'), poster: { image, alt: 'A still.' } },
  { ...exam('exam', 'Exam'), questions: [question({ image: { image, alt: 'A fundus.' } })] },
  exam('exam-v', 'Exam V'),
]

/** What is found in the faultless dataset with some documents changed, added (by ID) or taken out (by `null`). */
async function found(
  changes: Record<string, Record<string, unknown> | null> = {},
  at = now,
): Promise<string[]> {
  const documents = new Map<string, Record<string, unknown>>(faultless.map((each) => [each._id, each]))
  for (const [id, change] of Object.entries(changes)) {
    if (change === null) documents.delete(id)
    else documents.set(id, { ...documents.get(id), ...change, _id: id })
  }
  const dataset = Array.from(documents.values(), stored)
  const params = ATTENTION_PARAMS
  const value = await evaluate(parse(ATTENTION_QUERY.fetch, { params }), { dataset, params })
  return attentionNeeded(readAttentionRows(await value.get()), at).map(
    ({ id, reasons }) => `${id}: ${reasons.map(({ reason }) => reason).join(', ')}`,
  )
}

describe('what needs attention', () => {
  test('is nothing when all is well', async () => {
    expect(await found()).toEqual([])
  })

  test.each<[string, Parameters<typeof found>[0], string[]]>([
    ['an article without exam', { article: { exam: null } }, ['article: exam-missing', 'exam: exam-unused']],
    ['an item in no pack', { pack: { items: [ref('article')] } }, ['video: pack-missing']],
    ['a pack without items', { pack: { items: null } }, ['article: pack-missing', 'video: pack-missing']],
    [
      'a figure without alternative text',
      { article: { body: [{ _type: 'figure', image }] } },
      ['article: alt-missing'],
    ],
    ['a poster without alternative text', { video: { poster: { image, alt: '' } } }, ['video: alt-missing']],
    [
      'a question whose figure has none',
      { exam: { questions: [question({ image: { image } })] } },
      ['exam: alt-missing'],
    ],
    ['an exam of nothing', { 'exam-free': exam('exam-free', 'Free') }, ['exam-free: exam-unused']],
    [
      'changes that wait',
      { 'drafts.article': { ...faultless[2], _updatedAt: old } },
      ['article: changes-waiting'],
    ],
    ['changes of yesterday', { 'drafts.article': { ...faultless[2] } }, []],
    [
      'a draft that waits',
      { 'drafts.framework': { _type: 'framework', _updatedAt: old } },
      ['framework: draft-waiting'],
    ],
    ['a draft of yesterday', { 'drafts.framework': { _type: 'framework' } }, []],
    [
      'an open request',
      {
        'regrade.exam.1': { _type: 'regradeRequest', state: 'open', exam: ref('exam'), requestedAt: recent },
      },
      ['regrade.exam.1: regrade-open'],
    ],
    ['a request that is done', { 'regrade.exam.1': { _type: 'regradeRequest', state: 'done' } }, []],
    [
      'an exam that only a release changes',
      { 'versions.r.exam': { _type: 'exam', questions: [{ image: { image } }] } },
      [],
    ],
  ])('is found for %s', async (_, changes, expected) => {
    expect(await found(changes)).toEqual(expected)
  })

  test('is judged by the draft, but an exam counts as used while anything has it', async () => {
    const draft = { ...faultless[2], exam: ref('exam-new') }
    expect(await found({ 'drafts.article': draft, 'exam-new': exam('exam-new', 'New') })).toEqual([])
  })

  test('comes with the pack at the end of its last day in London, not before', async () => {
    const end = Date.parse('2021-12-29T00:00:00Z')
    expect(await found({}, end - 1)).toEqual([])
    expect(await found({}, end)).toEqual(['pack: pack-closed'])
    expect(await found({ siteSettings: { activePack: null } }, end)).toEqual([])
  })

  test('comes with faults in an exam’s questions, as the draft has them', async () => {
    const faulty = { ...exam('exam', 'Exam'), questions: [question({ choices: [choice('a', false)] })] }
    expect(await found({ exam: faulty })).toEqual(['exam: questions-at-fault'])
    expect(await found({ exam: faulty, 'drafts.exam': exam('exam', 'Exam') })).toEqual([])
  })

  test('is sorted by what presses most, and each document is there once', async () => {
    const changes = {
      pack: { items: [] },
      article: { exam: null, body: [{ _type: 'figure', image }] },
      'regrade.exam.1': { _type: 'regradeRequest', state: 'open' },
    }
    expect(await found(changes)).toEqual([
      'regrade.exam.1: regrade-open',
      'article: exam-missing, alt-missing, pack-missing',
      'exam: exam-unused',
      'video: pack-missing',
    ])
  })

  test('survives a dataset with nothing in it', async () => {
    const params = ATTENTION_PARAMS
    const value = await evaluate(parse(ATTENTION_QUERY.fetch, { params }), { dataset: [], params })
    expect(attentionNeeded(readAttentionRows(await value.get()), now)).toEqual([])
  })
})
