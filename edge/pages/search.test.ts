import MiniSearch from 'minisearch'
import { describe, expect, test } from 'vitest'
import { type SearchPassage, searchOptions } from '../../core/index.ts'
import { openSite, type SiteUnderTest } from '../test-support/site-under-test.ts'

const passage = (id: number, changes: Partial<SearchPassage> = {}): SearchPassage => ({
  id,
  title: 'Dry eye in practice',
  section: `Section ${id}`,
  kind: 'article',
  href: `/cet/active/dry-eye/#section-${id}`,
  text: '',
  ...changes,
})

const passages = [
  passage(0, { section: 'Blepharitis', text: 'Lid margins first, then the rest.' }),
  passage(1, { text: 'Now and then blepharitis comes with rosacea & dandruff, <script>alert(1)</script>.' }),
  passage(2, { section: 'Sjögren’s syndrome', text: 'Ask about a dry mouth. 眼 is an eye.' }),
  passage(3, {
    title: 'Slit lamp',
    section: 'Two lights',
    kind: 'video',
    href: '/cet/active/slit-lamp/#t=75',
    text: 'Turn the lights down and look at the meniscus.',
  }),
  passage(4, {
    title: 'Slit lamp',
    section: 'Exam: slit lamp',
    kind: 'exam',
    href: '/cet/active/slit-lamp/exam/',
    text: 'C-90004 O/D',
  }),
  passage(5, { section: 'Measuring', text: 'Mark point C, then D, and note 90014 or 5.' }),
]

/** A site whose index holds these passages, read anew for each search. */
async function siteWith(all: readonly SearchPassage[]) {
  const site = openSite()
  const index = new MiniSearch<SearchPassage>(searchOptions)
  index.addAll(all)
  const text = JSON.stringify(index)
  const { assets } = site.edge
  Object.assign(site.edge, {
    assets: {
      fetch: (input: URL, init?: RequestInit) =>
        input.pathname === '/search-index.json' ? new Response(text) : assets.fetch(input, init),
    },
  })
  const { cookie } = await site.signIn()
  return { site, cookie }
}

async function search(query: string, { site, cookie }: { site: SiteUnderTest; cookie: string }) {
  const answer = await site.fetch(`/cet/search/${query}`, { headers: { cookie, accept: 'text/html' } })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  return answer.text()
}
const ask = async (words: string, all: readonly SearchPassage[] = passages) =>
  search(`?q=${encodeURIComponent(words)}`, await siteWith(all))
const links = (page: string) => Array.from(page.matchAll(/<h3><a href="([^"]*)"/g), ([, href]) => href)

describe('who may search', () => {
  test('members who are entitled; nobody else, whatever they look for', async () => {
    const site = openSite()
    const get = (to: string, cookie?: string) =>
      site.fetch(to, { headers: { accept: 'text/html', ...(cookie === undefined ? {} : { cookie }) } })
    const stranger = await get('/cet/search/?q=layers')
    expect(stranger.status).toBe(302)
    expect(stranger.headers.get('location')).toBe('/sign-in?to=%2Fcet%2Fsearch%2F%3Fq%3Dlayers')
    const { cookie } = await site.signIn({ entitlement: undefined })
    const refused = await get('/cet/search/?q=layers', cookie)
    expect(refused.status).toBe(403)
    expect(await refused.text()).not.toContain('gated-search-text')
    const entitled = await site.signIn()
    expect(await (await get('/cet/search/?q=layers', entitled.cookie)).text()).toContain('gated-search-text')
    for (const to of ['/search-index.json', '/search-index.json?q=layers', '/search-index%2ejson'])
      expect((await get(to, entitled.cookie)).status).toBe(404)
  })
})

describe('what is found', () => {
  test('a heading counts more than the text, and the words are marked', async () => {
    const page = await ask('blepharitis')
    expect(links(page)).toEqual(['/cet/active/dry-eye/#section-0', '/cet/active/dry-eye/#section-1'])
    expect(page).toContain('<mark>Blepharitis</mark>')
    expect(page).toContain('2 results for “blepharitis”')
    expect(page).toContain('<title>2 results for “blepharitis” – Search</title>')
  })

  test.for([
    ['the beginning of a word', 'bleph'],
    ['a word with a letter wrong', 'blepharitus'],
    ['capitals', 'BLEPHARITIS'],
  ] as const)('%s finds it too', async ([, words]) => {
    expect(links(await ask(words))).toContain('/cet/active/dry-eye/#section-0')
  })

  test.for([['sjogren'], ['SJÖGREN'], ['Sjo\u0308gren’s'], ['眼']] as const)(
    '%s, however it is written',
    async ([words]) => {
      expect(links(await ask(words))).toEqual(['/cet/active/dry-eye/#section-2'])
    },
  )

  test('passages with all words come alone; where there is none, those with any', async () => {
    expect(links(await ask('dry mouth'))).toEqual(['/cet/active/dry-eye/#section-2'])
    const any = await ask('meniscus dandruff')
    expect(links(any)).toHaveLength(2)
    expect(any).toContain('These come close')
  })

  test('words that are alike come only when there is none of the same', async () => {
    const all = [passage(0, { text: 'Keep water away.' }), passage(1, { text: 'Look again later.' })]
    expect(links(await ask('water', all))).toEqual(['/cet/active/dry-eye/#section-0'])
    expect(links(await ask('wazer', all))).toContain('/cet/active/dry-eye/#section-0')
  })

  test.for([['C-90004'], ['c-90004 o/d'], ['90004'], ['C90004']] as const)(
    'the reference %s leads to what has it',
    async ([words]) => {
      expect(links(await ask(words))).toEqual(['/cet/active/slit-lamp/exam/'])
    },
  )

  test.for([['C-90001'], ['90005'], ['C-90001 O/D'], ['x y z 5 7']] as const)(
    'neither another number nor one letter of %s comes close',
    async ([words]) => {
      expect(await ask(words)).toContain(`Nothing found for “${words}”`)
    },
  )

  test('a passage of a video leads to its moment, an exam to its page', async () => {
    const page = await ask('meniscus')
    expect(links(page)).toEqual(['/cet/active/slit-lamp/#t=75'])
    expect(page).toContain('Video at 1:15')
    expect(links(await ask('exam'))).toEqual(['/cet/active/slit-lamp/exam/'])
  })

  test('a long text is cut to where the words are, between words', async () => {
    const text = `${'before '.repeat(200)}the meniscus is here ${'after '.repeat(200)}`
    const page = await ask('meniscus', [passage(0, { text })])
    expect(page).toMatch(/<p>… before (?:before )*the <mark>meniscus<\/mark> is here (?:after )*after …<\/p>/)
    expect(page.length).toBeLessThan(3_000)
  })
})

describe('text stays text', () => {
  test.for([
    ['"><script>alert(1)</script>'],
    ['<img src=x onerror=alert(1)>'],
    ["' autofocus onfocus='alert(1)"],
    ['&quot; onfocus=&quot;alert(1)'],
    ['</title><script>alert(1)</script>'],
  ] as const)('%s', async ([words]) => {
    const strange: string[] = []
    const attributes = new Map<string, string>()
    await new HTMLRewriter()
      .on('script:not([src]), img', { element: (element) => void strange.push(element.tagName) })
      .on('input', {
        element(input) {
          for (const [name = '', value = ''] of input.attributes) attributes.set(name, value)
        },
      })
      .transform(new Response(await ask(words)))
      .arrayBuffer()
    expect(strange).toEqual([])
    expect(Array.from(attributes.keys())).toEqual(['id', 'name', 'type', 'value'])
    const kept = attributes.get('value')?.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
    expect(kept?.replaceAll('&quot;', '"').replaceAll('&amp;', '&')).toBe(words)
  })

  test('of the index as well', async () => {
    expect(await ask('dandruff')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
})

describe('odd queries', () => {
  test('without one, there is the form alone', async () => {
    expect(await search('', await siteWith(passages))).toContain('Search everything.')
  })

  test.for([[''], ['   '], ['…—!'], ['\u0000\u200b']] as const)('%j asks for a word', async ([words]) => {
    expect(await ask(words)).toContain('Write a word or two')
  })

  test('what is nowhere is said, with what to do, and the query is kept', async () => {
    const page = await ask('zzzz qqqq')
    expect(page).toContain('Nothing found for “zzzz qqqq”')
    expect(page).toContain('Look at the spelling')
    expect(page).toContain('value="zzzz qqqq"')
  })

  test('a very long one is cut, which is said', async () => {
    const page = await ask(`blepharitis ${'😀'.repeat(5_000)}`)
    expect(page).toContain('Only the first 100 characters')
    expect(links(page)).toHaveLength(2)
    expect(page.length).toBeLessThan(4_000)
    expect(page).not.toContain('\ufffd')
    expect(await ask(Array.from({ length: 30 }, (_, at) => `w${at}`).join(' '))).toContain('12 words')
  })
})

describe('pages of results', () => {
  const many = Array.from({ length: 45 }, (_, id) => passage(id, { text: `A lens & number ${id}` }))
  const at = async (page: string) =>
    search(`?q=${encodeURIComponent('lens & number')}&page=${page}`, await siteWith(many))

  test('have twenty each, and lead to one another with the query', async () => {
    const [one, two, three] = [await at('1'), await at('2'), await at('3')]
    expect([one, two, three].map((page) => links(page).length)).toEqual([20, 20, 5])
    expect(new Set([one, two, three].flatMap(links)).size).toBe(45)
    expect(two).toContain('<ol class="results" start="21">')
    expect(two).toContain('href="/cet/search/?q=lens+%26+number&amp;page=1"')
    expect(two).toContain('href="/cet/search/?q=lens+%26+number&amp;page=3"')
    expect(one).not.toContain('Previous page')
    expect(three).not.toContain('Next page')
  })

  test.for([
    ['0', 1],
    ['-1', 1],
    ['x', 1],
    ['99', 3],
    ['1e9', 1],
    ['99999999999', 1],
  ] as const)('page %s is page %d', async ([written, page]) => {
    expect(await at(written)).toContain(`Page ${page} of 3`)
  })
})
