import { describe, expect, test } from 'vitest'
import { memberAtHome } from '../test-support/member-at-home.ts'
import { rightAnswers, sampleExam, wrongAnswers } from '../test-support/sample-exam.ts'
import { openNoon, openSite, origin, type SiteUnderTest } from '../test-support/site-under-test.ts'

/** What the lists of a page show: their lead, the text of each entry, and what stands for an empty one, unless hidden. */
async function shown(page: Response): Promise<string[]> {
  const texts: string[] = []
  await new HTMLRewriter()
    .on('[data-last], [data-for], [data-none]:not([hidden])', {
      element: () => void texts.push(''),
      text: (chunk) => void texts.push(`${texts.pop() ?? ''}${chunk.text}`),
    })
    .transform(page)
    .arrayBuffer()
  return texts
}

const of = async (site: SiteUnderTest, path: string, registrantTypes?: readonly string[]) => {
  const headers = registrantTypes && (await site.signIn({ registrantTypes }))
  return shown(await site.fetch(path, headers && { headers: { cookie: headers.cookie } }))
}

describe('a list for everybody', () => {
  test('drops what has begun, to the second, and fills up from what comes later', async () => {
    const site = openSite()
    site.now = Date.parse('2021-10-04T12:00:00.999Z')
    expect(await of(site, '/cet/active/')).toEqual(['Next:', 'Frames'])
    site.now = Date.parse('2021-10-04T12:00:01Z')
    expect(await of(site, '/cet/active/')).toEqual(['Next:', 'Journal club'])
  })

  test('says so when nothing is left, and leads into nothing', async () => {
    const site = openSite()
    site.now = Date.parse('2021-10-05T18:00:00Z')
    expect(await of(site, '/cet/active/')).toEqual(['Nothing soon'])
  })

  test('is the same for a member, whatever their type', async () => {
    expect(await of(openSite(), '/cet/active/', ['optometrist'])).toEqual(['Next:', 'Frames'])
  })
})

describe('a list of one’s own', () => {
  test.for([
    [
      'a type that needs no peer review',
      ['dispensing-optician'],
      ['Dispensing optician: 18', 'Next:', 'Frames', 'Journal club', 'Peer review'],
    ],
    ['one type', ['optometrist'], ['Optometrist: 18', 'Next:', 'Needed: Peer review', 'Journal club']],
    [
      'two types',
      ['optometrist', 'dispensing-optician'],
      [
        'Optometrist: 18',
        'Dispensing optician: 18',
        'Next:',
        'Needed: Peer review',
        'Frames',
        'Journal club',
      ],
    ],
    [
      'a type that the site does not know',
      ['orthoptist'],
      [
        'Optometrist: 18',
        'Dispensing optician: 18',
        'Next:',
        'Needed: Peer review',
        'Frames',
        'Journal club',
      ],
    ],
    [
      'no type at all',
      [],
      [
        'Optometrist: 18',
        'Dispensing optician: 18',
        'Next:',
        'Needed: Peer review',
        'Frames',
        'Journal club',
      ],
    ],
  ] as const)('shows what is for %s', async ([, types, expected]) => {
    expect(await of(openSite(), '/my-cet/', types)).toEqual(expected)
  })

  test('has its lead while there is something for one’s own types', async () => {
    const site = openSite()
    site.now = Date.parse('2021-10-05T17:59:59Z')
    expect(await of(site, '/my-cet/', ['optometrist'])).toEqual([
      'Optometrist: 18',
      'Next:',
      'Needed: Peer review',
    ])
    site.now = Date.parse('2021-10-05T18:00:00Z')
    expect(await of(site, '/my-cet/', ['optometrist'])).toEqual(['Optometrist: 18', 'Nothing soon'])
    expect(await of(site, '/my-cet/', ['orthoptist'])).toContain('Nothing soon')
  })
})

test('what a member still needs comes first until they have it', async () => {
  const member = await memberAtHome()
  expect(await shown(await member.get('/my-cet/'))).toEqual([
    'Optometrist: 18',
    'Next:',
    'Needed: Peer review',
    'Journal club',
  ])
  await member.post('/my-cet/elsewhere/', { 'peerReviews.optometrist': '1' })
  const page = await member.page('/my-cet/')
  expect(await shown(new Response(page))).toEqual(['Optometrist: 18', 'Next:', 'Journal club', 'Peer review'])
})

describe('interactive points of the record', () => {
  async function points(pointType: 'interactive' | 'non-interactive', answers: typeof rightAnswers) {
    const exam = `exam-lists-${pointType}-${answers === rightAnswers}`
    const site = openSite()
    const version = (await site.release([{ version: sampleExam(exam, { pointType }) }])).get(exam)
    const { cookie } = await site.signIn()
    const answer = await site.fetch(`/api/exams/${exam}/attempts`, {
      method: 'POST',
      headers: { origin, cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ attempt: crypto.randomUUID(), version, answers }),
    })
    expect(answer.ok).toBe(true)
    const page = await (await site.fetch('/my-cet/', { headers: { cookie } })).text()
    return /data-slot="interactive-points">([^<]*)</.exec(page)?.[1]
  }

  test('are counted apart from all others', async () => {
    expect(await points('non-interactive', rightAnswers)).toBe('0 points')
    expect(await points('interactive', rightAnswers)).toBe('1 point')
    expect(await points('interactive', wrongAnswers)).toBe('0 points')
  })
})

test('booking is for members who are entitled', async () => {
  const site = openSite()
  site.now = openNoon
  expect((await site.fetch('/cet/interactive/', { headers: { accept: 'text/html' } })).status).toBe(302)
  const outsider = await site.signIn({ entitlement: undefined })
  const refused = await site.fetch('/cet/interactive/', { headers: { cookie: outsider.cookie } })
  expect(refused.status).toBe(403)
  expect(await of(site, '/cet/interactive/', ['optometrist'])).toEqual(['gated-booking-link'])
})
