import { describe, expect, test } from 'vitest'
import { elementsOf } from '../test-support/elements.ts'
import { failing } from '../test-support/failing-database.ts'
import { memberAtHome } from '../test-support/member-at-home.ts'
import { openSite, origin } from '../test-support/site-under-test.ts'

describe('a page for what is not there says where it leads', () => {
  test.for([
    [`attempts/${crypto.randomUUID()}/`, 'My CET', '/my-cet/'],
    ['certificates/nothing/', 'Your certificates', '/my-cet/certificates/'],
    [`goals/${crypto.randomUUID()}/`, 'Your goals', '/my-cet/goals/'],
  ])('%s: %s', async ([path, words, href]) => {
    const member = await memberAtHome()
    const answer = await member.get(`/my-cet/${path}`)
    expect(answer.status).toBe(404)
    expect(await elementsOf(await answer.text(), 'main a.button')).toEqual([
      { attributes: { class: 'button', href }, text: words },
    ])
  })
})

describe('what was entered in a form of My CET is handed back where it could not be saved', () => {
  /** The form of a problem’s page, as pressing its button sends it. */
  const handedBack = async (html: string) => {
    const [form] = await elementsOf(html, 'main form')
    const fields = await elementsOf(html, 'main form input[type="hidden"]')
    const sent: Record<string, string[]> = {}
    for (const { attributes } of fields) {
      const { name = '', value = '' } = attributes
      sent[name] = [...(sent[name] ?? []), value]
    }
    return { action: form?.attributes['action'] ?? '', sent }
  }
  const sentWith = (cookie: string, fields: Readonly<Record<string, readonly string[]>>) => ({
    method: 'POST',
    headers: { origin, cookie, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(
      Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value])),
    ).toString(),
  })
  const ended = `__Host-session=${'x'.repeat(43)}`

  test('numbers and ticks, after the session has run out', async () => {
    const member = await memberAtHome()
    const entered = {
      'points.optometrist': ['20.5'],
      'peerReviews.optometrist': ['1'],
      unit: ['competency-1', 'competency-3'],
      year: ['2021'],
      number: ['0'],
    }
    const refused = await member.site.fetch(
      '/my-cet/elsewhere/',
      sentWith(ended, { ...entered, other: ['no field of the form'] }),
    )
    expect(refused.status).toBe(401)
    const html = await refused.text()
    expect(html).toContain('What you entered has not been saved.')
    expect((await elementsOf(html, 'main a[href^="/sign-in"]'))[0]?.attributes['target']).toBe('_blank')
    const { action, sent } = await handedBack(html)
    expect(sent).toEqual(entered)
    expect((await member.post(action, sent)).status).toBe(303)
    const page = await member.page('/my-cet/elsewhere/')
    expect((await elementsOf(page, '#field-points-optometrist'))[0]?.attributes['value']).toBe('20.5')
    expect(await elementsOf(page, 'input[checked]')).toHaveLength(2)
  })

  test('a goal, new or changed, and it is added once', async () => {
    const member = await memberAtHome()
    const id = crypto.randomUUID()
    for (const [path, text] of [
      ['/my-cet/goals/', 'Learn “gonioscopy”'],
      [`/my-cet/goals/${id}/`, 'Learn it well'],
    ] as const) {
      const fields = { id: [id], text: [text], unit: [''], target: ['2021-12-01'] }
      const refused = await member.site.fetch(path, sentWith(ended, fields))
      const { action, sent } = await handedBack(await refused.text())
      for (let times = 0; times < 2; times++) await member.post(action, sent)
      const goals = await elementsOf(await member.page('/my-cet/goals/'), '.cet-goal h3')
      expect(goals.map((goal) => goal.text)).toEqual([text])
    }
  })

  test('when the records cannot be reached, before and after it was read', async () => {
    for (const call of [1, 2]) {
      const { cookie } = await memberAtHome()
      const site = openSite({ db: failing(call, 'before', 'D1_ERROR: D1 DB is overloaded.') })
      const refused = await site.fetch('/my-cet/goals/', sentWith(cookie, { text: ['Learn it'] }))
      expect(refused.status).toBe(503)
      expect((await handedBack(await refused.text())).sent).toEqual({ text: ['Learn it'] })
    }
  })

  test('and a button without anything entered leads back to where it stands', async () => {
    const site = openSite()
    for (const [path, to] of [
      [`/my-cet/goals/${crypto.randomUUID()}/done`, '/my-cet/goals/'],
      ['/my-cet/calendar/revoke', '/my-cet/calendar/'],
      [`/my-cet/points/${crypto.randomUUID()}/accepted`, '/my-cet/'],
    ] as const) {
      const html = await (await site.fetch(path, sentWith(ended, {}))).text()
      expect((await elementsOf(html, 'main a.button'))[0]?.attributes['href']).toBe(
        `/sign-in?to=${encodeURIComponent(to)}`,
      )
    }
  })
})
