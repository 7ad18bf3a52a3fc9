import { evaluate, parse } from 'groq-js'
import { describe, expect, test } from 'vitest'
import { schemaTypes } from '../../schemas/index.ts'
import { locationQueries } from './locations.ts'
import { mainDocuments } from './main-documents.ts'

const reference = (_ref: string) => ({ _type: 'reference', _ref })
const dataset = [
  { _id: 'siteSettings', _type: 'siteSettings', activePack: reference('pack') },
  {
    _id: 'pack',
    _type: 'pack',
    title: 'Survival pack',
    framework: reference('framework'),
    items: [reference('dry-eye')],
  },
  { _id: 'old-pack', _type: 'pack', title: 'Old pack', items: [] },
  {
    _id: 'dry-eye',
    _type: 'article',
    title: 'Dry eye',
    slug: { current: 'dry-eye' },
    exam: reference('exam'),
    audience: [reference('optometrist')],
    learningObjectives: [{ competencies: [reference('competency')] }],
  },
  { _id: 'loose', _type: 'video', title: 'Loose', slug: { current: 'loose' } },
  { _id: 'no-slug', _type: 'article', title: 'No address' },
  { _id: 'exam', _type: 'exam', title: 'Exam' },
  { _id: 'free-exam', _type: 'exam', title: 'Free exam' },
  { _id: 'framework', _type: 'framework' },
  { _id: 'competency', _type: 'competency' },
  { _id: 'optometrist', _type: 'registrantType' },
]

async function ask(query: string, params: Record<string, string>): Promise<unknown> {
  const value = await evaluate(parse(query, { params }), { dataset, params })
  return value.get()
}

const where = (type: string, id: string) => ask(locationQueries[type] ?? 'null', { id })
const hrefs = (places: unknown) =>
  typeof places === 'object' && places !== null && 'locations' in places && Array.isArray(places.locations)
    ? places.locations.map(({ href }) => href)
    : undefined

describe('where a document is used', () => {
  test.each([
    ['article', 'dry-eye', ['/cet/active/dry-eye/', '/cet/active/dry-eye/exam/', '/cet/active/']],
    ['video', 'loose', ['/cet/active/loose/']],
    ['exam', 'exam', ['/cet/active/dry-eye/exam/']],
    ['pack', 'pack', ['/cet/active/']],
    ['siteSettings', 'siteSettings', ['/', '/join/']],
    ['competency', 'competency', ['/cet/active/dry-eye/']],
    ['registrantType', 'optometrist', ['/cet/active/dry-eye/']],
    ['framework', 'framework', ['/cet/competencies/']],
  ])('%s %s', async (type, id, expected) => {
    expect(hrefs(await where(type, id))).toEqual(expected)
  })

  test.each([
    ['article', 'no-slug', 'press Generate'],
    ['video', 'loose', 'No pack lists it'],
    ['exam', 'free-exam', 'No article or video'],
    ['pack', 'old-pack', 'shows another pack'],
  ])('%s %s says why there is none', async (type, id, words) => {
    expect(await where(type, id)).toMatchObject({ message: expect.stringContaining(words), tone: 'caution' })
  })

  test('nothing is said of what is in order', async () => {
    expect(await where('article', 'dry-eye')).not.toHaveProperty('message')
  })

  test('every type that has pages is one of the schema’s', () => {
    const known = new Set(schemaTypes.map(({ name }) => name))
    for (const type of Object.keys(locationQueries)) expect(known.has(type), type).toBe(true)
  })
})

describe('which document is opened beside a page', () => {
  /** The first rule whose route fits, as Studio chooses. */
  const documentAt = async (path: string) => {
    for (const { route, filter } of mainDocuments) {
      for (const each of Array.isArray(route) ? route : [route]) {
        const fits = new URLPattern({ pathname: each }).exec({ pathname: path })
        if (!fits || typeof filter !== 'string') continue
        const { slug = '' } = fits.pathname.groups
        return ask(`*[${filter}][0]._id`, { slug })
      }
    }
    return undefined
  }

  test.each([
    ['/cet/active/dry-eye/', 'dry-eye'],
    ['/cet/active/dry-eye/exam/', 'exam'],
    ['/cet/active/loose/', 'loose'],
    ['/cet/active/', 'pack'],
    ['/cet/competencies/', 'framework'],
    ['/', 'siteSettings'],
    ['/join/', 'siteSettings'],
  ])('%s: %s', async (path, id) => {
    expect(await documentAt(path)).toBe(id)
  })
})
