import { evaluate, parse } from 'groq-js'
import { beforeEach, describe, expect, test } from 'vitest'
import { SiteError } from '../errors.ts'
import { siteContentQuery } from '../queries/site-content.ts'
import { sampleDocuments, sentinel } from '../test-support/sample-documents.ts'
import { siteContent } from './door.ts'

type Document = Record<string, unknown>

const digest = 'a'.repeat(40)
const assets = {
  image: `image-${digest}-4x3-png`,
  video: `file-${digest}-mp4`,
  captions: `file-${digest}-vtt`,
}
const versions = {
  'exam-red-eye': { version: '1'.repeat(64) },
  'exam-slit-lamp': { version: '2'.repeat(64) },
}
const assetDocuments = Object.values(assets).map((_id) => ({
  _id,
  _type: _id.startsWith('image') ? 'sanity.imageAsset' : 'sanity.fileAsset',
  url: `http://localhost/${_id}`,
  metadata: { dimensions: { width: 400, height: 300 } },
}))

let documents: Document[]
beforeEach(() => {
  documents = sampleDocuments(assets)
})

/** What the lake would answer: the real query, on these documents. */
async function answer(): Promise<unknown> {
  const value = await evaluate(parse(siteContentQuery), { dataset: [...documents, ...assetDocuments] })
  return value.get()
}

function edit(id: string, change: Document): void {
  documents = documents.map((document) => (document['_id'] === id ? { ...document, ...change } : document))
}

async function refusal(): Promise<SiteError> {
  try {
    siteContent(await answer(), versions)
  } catch (error) {
    if (error instanceof SiteError) return error
    throw error
  }
  throw new Error('The door let everything pass.')
}

test('whole content passes, without keys, and each exam carries its version', async () => {
  const raw = await answer()
  expect(JSON.stringify(raw)).not.toContain(sentinel)
  const { pack, settings } = siteContent(raw, versions)
  expect(settings.title).toBe('Sample pack site')
  expect(pack.items.map((item) => [item._type, item.slug, item.exam.version[0]])).toEqual([
    ['article', 'red-eye', '1'],
    ['video', 'slit-lamp', '2'],
  ])
  expect(pack.framework.competencies).toHaveLength(4)
})

test('a key that a query let through is refused', async () => {
  const text = JSON.stringify(await answer()).replaceAll(
    '"text":"Choice a"',
    '"text":"Choice a","correct":true',
  )
  expect(() => siteContent(JSON.parse(text), versions)).toThrow(/correct/)
})

describe('a broken field is named with its document, and with what to do', () => {
  const image = { _type: 'image', asset: { _type: 'reference', _ref: assets.image } }
  const span = { _type: 'span', _key: 's', text: 'x', marks: [] }
  test.each<[string, string, Document, string]>([
    ['a blank title', 'article-red-eye', { title: ' ' }, 'title: Write the title.'],
    ['no slug', 'article-red-eye', { slug: null }, 'slug: Press Generate'],
    ['a slug that is none', 'article-red-eye', { slug: { current: '../up' } }, 'slug: Use lower-case'],
    ['no authors', 'article-red-eye', { authors: [] }, 'authors: Add at least one author.'],
    ['half minutes', 'article-red-eye', { minutes: 2.5 }, 'minutes: Write whole minutes'],
    ['no audience', 'video-slit-lamp', { audience: null }, 'audience: Choose at least one'],
    [
      'an unpublished registrant type',
      'video-slit-lamp',
      { audience: [{ _type: 'reference', _ref: 'gone', _key: 'k' }] },
      'audience, number 1: Publish the registrant type',
    ],
    ['no objectives', 'video-slit-lamp', { learningObjectives: [] }, 'learningObjectives: Add at least one'],
    [
      'a reference that is none',
      'article-red-eye',
      { republication: { firstPublished: '2020-05-01', originalReference: '77198' } },
      'republication, originalReference: Write the reference as printed',
    ],
    ['no exam', 'article-red-eye', { exam: null }, 'exam: Choose the exam'],
    ['an empty body', 'article-red-eye', { body: [] }, 'body: Write the article.'],
    [
      'a figure without alternative text',
      'article-red-eye',
      { body: [{ _type: 'figure', _key: 'f', caption: 'c', image }] },
      'body, number 1, alt: Describe what the image shows',
    ],
    [
      'a figure without its image',
      'article-red-eye',
      { body: [{ _type: 'figure', _key: 'f', caption: 'c', alt: 'a' }] },
      'body, number 1, image: Upload the image.',
    ],
    [
      'a ragged table',
      'article-red-eye',
      {
        body: [
          {
            _type: 'dataTable',
            _key: 't',
            caption: 'c',
            rows: [
              { _key: 'a', cells: ['1', '2'] },
              { _key: 'b', cells: ['1'] },
            ],
          },
        ],
      },
      'body, number 1, rows: Give every row as many cells',
    ],
    [
      'a citation of nothing',
      'article-red-eye',
      { body: [{ _type: 'block', _key: 'b', children: [{ _type: 'citation', _key: 'c', work: 'gone' }] }] },
      'body, number 1, children, number 1: Choose another reference',
    ],
    [
      'a link that runs script',
      'article-red-eye',
      {
        body: [
          {
            _type: 'block',
            _key: 'b',
            children: [span],
            markDefs: [{ _type: 'link', _key: 'l', href: 'javascript:alert(1)' }],
          },
        ],
      },
      'body, number 1, markDefs, number 1, href: Write an https://',
    ],
    [
      'a part that is not known',
      'article-red-eye',
      { body: [{ _type: 'map', _key: 'm' }] },
      'body, number 1',
    ],
    ['no video file', 'video-slit-lamp', { file: null }, 'file: Upload the video'],
    [
      'no captions',
      'video-slit-lamp',
      { captions: { _type: 'file' } },
      'captions, asset: Upload the captions',
    ],
    ['no transcript', 'video-slit-lamp', { transcript: [] }, 'transcript: Add the transcript.'],
    ['no questions', 'exam-red-eye', { questions: [] }, 'questions: Add at least one question.'],
    [
      'one choice alone',
      'exam-red-eye',
      { questions: [{ _key: 'q', stem: 's', kind: 'single', choices: [{ _key: 'a', text: 'a' }] }] },
      'questions, number 1, choices: Add at least two choices.',
    ],
    ['no pass mark', 'exam-red-eye', { passMark: 0 }, 'passMark: Write a pass mark'],
    ['a pack that ends first', 'pack-sample', { closesOn: '2021-08-31' }, 'closesOn: Choose a last day'],
    ['no such time zone', 'pack-sample', { timeZone: 'Mars/Olympus' }, 'timeZone: Write an IANA name'],
    ['an empty pack', 'pack-sample', { items: [] }, 'items: Add at least one'],
    [
      'an item that is not published',
      'pack-sample',
      { items: [{ _type: 'reference', _ref: 'gone', _key: 'g' }] },
      'items, number 1: Publish the item',
    ],
    ['no framework', 'pack-sample', { framework: null }, 'framework: Choose the framework'],
    ['no cycle', 'framework-sample', { cycle: null }, 'cycle: Choose the cycle, and publish it.'],
    ['no requirements', 'framework-sample', { requirements: [] }, 'requirements: Add the requirement'],
    ['a framework without a word on its sources', 'framework-sample', { note: ' ' }, 'note: Say where'],
    ['no scheme', 'cycle-sample', { scheme: null }, 'scheme: Choose the scheme, and publish it.'],
    ['a cycle that ends first', 'cycle-sample', { endsOn: '2018-12-31' }, 'endsOn: Choose a last day'],
    ['no word for a unit', 'scheme-sample', { unitPlural: null }, 'unitPlural: Write what several'],
    [
      'an opportunity without a date',
      'opportunity-frames',
      { startsAt: '2021-11-17' },
      'startsAt: Choose day',
    ],
    [
      'an insecure address for booking',
      'opportunity-frames',
      { bookingUrl: 'http://example.org' },
      'bookingUrl: Write a full address',
    ],
    ['a venue without a name', 'opportunity-frames', { place: 'venue' }, 'venue: Write the name and town'],
    [
      'a clock of nowhere',
      'opportunity-frames',
      { timeZone: 'Europe/Londn' },
      'timeZone: Write an IANA name',
    ],
    ['no pack', 'siteSettings', { activePack: null }, 'activePack: Choose the pack'],
    ['an insecure address', 'siteSettings', { joinUrl: 'http://join.example' }, 'joinUrl: Write the address'],
  ])('%s', async (_name, id, change, expected) => {
    edit(id, change)
    const { code, message, remedy } = await refusal()
    expect(code).toBe('CONTENT_INVALID')
    expect(message).toContain(`(${id})`)
    expect(message).toContain(expected)
    expect(remedy).toContain('Studio')
  })
})

test('all broken documents are listed at once, each with its title', async () => {
  edit('article-red-eye', { minutes: null, standfirst: '' })
  edit('exam-slit-lamp', { passMark: 101 })
  const { message } = await refusal()
  expect(message).toContain('2 published documents')
  expect(message).toContain('“Red eye & white lies” (article-red-eye)')
  expect(message).toContain('minutes:')
  expect(message).toContain('standfirst:')
  expect(message).toContain('“Exam on slit-lamp” (exam-slit-lamp)')
})

test('two items cannot share an address or an exam', async () => {
  edit('video-slit-lamp', {
    slug: { current: 'red-eye' },
    exam: { _type: 'reference', _ref: 'exam-red-eye' },
  })
  const { message } = await refusal()
  expect(message).toContain('slug: Change the address')
  expect(message).toContain('exam: Choose another exam')
})

test('codes of registrant types are content: any lower-case words joined by hyphens', async () => {
  edit('registrantType-optometrist', { code: 'independent-prescriber' })
  expect(siteContent(await answer(), versions).pack.items[0]?.audience[0]?.code).toBe(
    'independent-prescriber',
  )
  edit('registrantType-optometrist', { code: 'Independent Prescriber' })
  expect((await refusal()).message).toContain('audience, number 1, code: Write the code in lower-case words')
})

test('an exam without a version asks for the release step', async () => {
  const raw = await answer()
  expect(() => siteContent(raw, { 'exam-red-eye': versions['exam-red-eye'] })).toThrow(
    /exam-slit-lamp[\s\S]*Run the release step again/,
  )
})
