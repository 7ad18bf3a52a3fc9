import { describe, expect, test } from 'vitest'
import { elementsOf } from '../test-support/elements.ts'
import { memberAtHome } from '../test-support/member-at-home.ts'
import { rightAnswers, sampleExam, wrongAnswers } from '../test-support/sample-exam.ts'
import { openSite, origin, type SiteUnderTest } from '../test-support/site-under-test.ts'

/** The text of the elements that a selector finds, without the space around it. */
async function texts(page: string, selector: string): Promise<string[]> {
  const found: string[] = []
  await new HTMLRewriter()
    .on(selector, {
      element: () => void found.push(''),
      text: (chunk) => void found.push(`${found.pop() ?? ''}${chunk.text}`),
    })
    .transform(new Response(page))
    .arrayBuffer()
  return found.map((text) => text.replaceAll('&nbsp;', ' ').trim())
}

async function listing(site: SiteUnderTest, query = '', cookie?: string): Promise<string> {
  const answer = await site.fetch(`/cet/active/${query}`, cookie === undefined ? {} : { headers: { cookie } })
  expect(answer.status).toBe(200)
  return answer.text()
}
const titles = (page: string) => texts(page, '[data-item] h3')
const states = (page: string) => texts(page, '[data-item] [data-slot="state"]:not([hidden])')
/** Where the items’ exams lead, with the words of the links as they are read and as they are spoken. */
const exams = async (page: string) =>
  (await elementsOf(page, '[data-item] [data-slot="exam"]')).map(({ attributes, text }) => {
    expect(attributes['aria-label']?.startsWith(`${text}: `)).toBe(true)
    return [text, attributes['href']]
  })

async function send(site: SiteUnderTest, cookie: string, exam: string, answers: typeof rightAnswers) {
  const version = (await site.release([{ version: sampleExam(exam, { maxAttempts: 2 }) }])).get(exam)
  const answer = await site.fetch(`/api/exams/${exam}/attempts`, {
    method: 'POST',
    headers: { origin, cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ attempt: crypto.randomUUID(), version, answers }),
  })
  expect(answer.status).toBe(201)
}

describe('for a visitor', () => {
  test('every item is there, with the closing date by the server’s clock and without states or search', async () => {
    const site = openSite()
    const page = await listing(site)
    expect(await titles(page)).toEqual(['Tear film', 'Low vision aids', 'Lens care'])
    expect(await states(page)).toEqual([])
    expect(await texts(page, '[data-slot="closing"]')).toEqual([
      'Closes at the end of 28 December 2021, UK time: 12 weeks and 1 day left',
    ])
    expect(page).not.toContain('/cet/search/')
    expect(page).not.toContain('state=')
    expect(await texts(page, '[data-slot="items-count"]')).toEqual(['Three items, three points'])
    expect((await exams(page))[0]).toEqual(['Go to the exam', '/cet/active/tear-film/exam/'])
    site.now = Date.parse('2021-12-29T00:00:00Z')
    const closed = await listing(site)
    expect(closed).toContain('Closed at the end of 28 December 2021, UK time')
    expect((await exams(closed))[0]).toEqual(['Look at the exam (closed)', '/cet/active/tear-film/exam/'])
  })

  test('before the pack opens, no exam is offered', async () => {
    const site = openSite()
    site.now = Date.parse('2021-08-31T22:59:59Z')
    expect((await exams(await listing(site)))[0]?.[0]).toBe('Look at the exam (not open yet)')
  })

  test.for([
    ['?type=optometrist', ['Tear film', 'Lens care']],
    ['?type=optometrist&type=dispensing-optician', ['Tear film', 'Low vision aids', 'Lens care']],
    ['?format=video', ['Lens care']],
    ['?unit=competency-2&format=article', ['Tear film']],
    ['?utm_source=letter', ['Tear film', 'Low vision aids', 'Lens care']],
  ] as const)('%s leaves what fits', async ([query, expected]) => {
    const page = await listing(openSite(), query)
    expect(await titles(page)).toEqual(expected)
  })

  test('what is chosen is marked, counted and can be taken away', async () => {
    const page = await listing(openSite(), '?type=optometrist&format=video')
    expect(await texts(page, '[data-slot="items-count"]')).toEqual(['1 of 3 items, 1 point'])
    // Screen readers read the title first, and a list of open tabs holds nothing else.
    expect((await texts(page, 'title'))[0]).toContain('1 of 3 items: Optometrist, Videos – Active CET')
    const chosen = '.chosen a[aria-current="true"]'
    expect(await texts(page, chosen)).toEqual([
      'Optometrist ×: take this filter away',
      'Videos ×: take this filter away',
    ])
    expect(page).toContain('href="/cet/active/?format=video#items" aria-current="true"')
    expect(page).toContain('href="/cet/active/?type=optometrist#items" aria-current="true"')
    expect(page).toContain('<a href="/cet/active/#items">Clear filters</a>')
    expect(page).toContain('Articles (1)')
    expect(await texts(page, '.choices span:not(.visually-hidden)')).toEqual([
      'Dispensing optician (0)',
      'Ocular examination (0)',
      'Low vision (0)',
    ])
  })

  test('when nothing is left, the page says what to do', async () => {
    const page = await listing(openSite(), '?unit=competency-4&format=video')
    expect(await titles(page)).toEqual([])
    expect(page).not.toContain('<ol class="items">')
    expect(page).toContain('No item fits all of these.')
    expect(page).toContain('see all 3 items')
    expect((await texts(page, 'title'))[0]).toContain('0 of 3 items: Videos, Low vision – Active CET')
    expect((await texts(await listing(openSite()), 'title'))[0]).toBe('Active CET')
  })

  test('unknown values change nothing, are told, and stay text', async () => {
    const page = await listing(
      openSite(),
      `?type=${encodeURIComponent('"><script>alert(1)</script>')}&state=passed&unit=${'x'.repeat(500)}`,
    )
    expect(await titles(page)).toHaveLength(3)
    expect(page).toContain('&quot;&gt;&lt;script&gt;')
    expect(page).not.toContain('<script>alert')
    expect(page).toContain('“passed”')
    expect(page).not.toContain('x'.repeat(41))
  })
})

describe('for a member', () => {
  test('each item tells where they stand, and the list can be narrowed to it', async () => {
    const site = openSite()
    const { cookie } = await site.signIn()
    expect(await states(await listing(site, '', cookie))).toEqual([
      'Not started',
      'Not for your registrant type',
      'Not started',
    ])
    await send(site, cookie, 'exam-tear-film', rightAnswers)
    await send(site, cookie, 'exam-lens-care', wrongAnswers)
    expect(await states(await listing(site, '', cookie))).toEqual([
      'Passed on 4 October 2021',
      'Not for your registrant type',
      'Attempted: 1 of 2 attempts used',
    ])
    expect(await titles(await listing(site, '?state=passed', cookie))).toEqual(['Tear film'])
    await send(site, cookie, 'exam-lens-care', wrongAnswers)
    const page = await listing(site, '?state=no-attempts-left&type=optometrist', cookie)
    expect(await titles(page)).toEqual(['Lens care'])
    expect(await states(page)).toEqual(['No attempts left'])
  })

  test('each item leads to the result, or to an exam that can still be sat', async () => {
    const site = openSite()
    const { cookie } = await site.signIn()
    await send(site, cookie, 'exam-tear-film', rightAnswers)
    await send(site, cookie, 'exam-lens-care', wrongAnswers)
    const result = ['See your result', expect.stringMatching(/^\/my-cet\/attempts\/[\da-f-]{36}\/$/)]
    const [low, lens] = ['/cet/active/low-vision/exam/', '/cet/active/lens-care/exam/']
    expect(await exams(await listing(site, '', cookie))).toEqual([
      result,
      ['Go to the exam', low],
      ['Go to the exam', lens],
    ])
    await send(site, cookie, 'exam-lens-care', wrongAnswers)
    expect((await exams(await listing(site, '', cookie)))[2]).toEqual([
      'Look at the exam (no attempts left)',
      lens,
    ])
    site.now = Date.parse('2021-12-29T00:00:00Z')
    const later = await site.signIn()
    expect(await exams(await listing(site, '', later.cookie))).toEqual([
      ['Look at the exam (closed)', '/cet/active/tear-film/exam/'],
      ['Look at the exam (closed)', low],
      ['Look at the exam (closed)', lens],
    ])
  })

  test('another member’s record is not shown', async () => {
    const site = openSite()
    const [one, other] = [await site.signIn(), await site.signIn()]
    await send(site, one.cookie, 'exam-tear-film', rightAnswers)
    expect(await states(await listing(site, '', other.cookie))).not.toContain('Passed on 4 October 2021')
  })

  test('the search box, and a link to what is for their types', async () => {
    const site = openSite()
    const { cookie } = await site.signIn()
    const page = await listing(site, '', cookie)
    expect(page).toContain('action="/cet/search/"')
    expect(page).toContain('<a href="/cet/active/?type=optometrist#items">For my registrant type</a>')
    expect(page).not.toContain('Sign in first')
    const plain = await site.signIn({ entitlement: undefined, registrantTypes: [] })
    const other = await listing(site, '', plain.cookie)
    expect(other).not.toContain('/cet/search/')
    expect(other).not.toContain('For my registrant')
  })

  test('who told their types themselves has that link too', async () => {
    const { page, post } = await memberAtHome({ registrantTypes: [] })
    expect(await page('/cet/active/')).not.toContain('For my registrant')
    await post('/my-cet/elsewhere/', { save: 'types', type: ['optometrist', 'dispensing-optician'] })
    const mine = '/cet/active/?type=optometrist&amp;type=dispensing-optician#items'
    expect(await page('/cet/active/')).toContain(`<a href="${mine}">For my registrant types</a>`)
    expect(await page(mine.replace('&amp;', '&'))).not.toContain('For my registrant')
  })

  test('the page is kept by nobody', async () => {
    const site = openSite()
    const { cookie } = await site.signIn()
    const answer = await site.fetch('/cet/active/', { headers: { cookie } })
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })
})
