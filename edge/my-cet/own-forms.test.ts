import { expect, test } from 'vitest'
import { elementsOf } from '../test-support/elements.ts'
import { memberAtHome } from '../test-support/member-at-home.ts'
import { origin } from '../test-support/site-under-test.ts'

type Home = Awaited<ReturnType<typeof memberAtHome>>

/** What a form of a page holds that nobody has touched. */
async function hiddenIn(html: string, form: string): Promise<Record<string, string>> {
  const fields = await elementsOf(html, `${form} input[type="hidden"]`)
  return Object.fromEntries(
    fields.map(({ attributes }) => [attributes['name'] ?? '', attributes['value'] ?? '']),
  )
}

const send = (home: Home, cookie: string, path: string, fields: Readonly<Record<string, string>>) =>
  home.site.fetch(path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, cookie, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })

test.for([
  ['/my-cet/elsewhere/', { 'points.optometrist': '20.5' }, '#field-points-optometrist', 'value', '20.5'],
  ['/my-cet/goals/', { text: 'Learn gonioscopy', target: '2021-12-01' }, '[data-goal]', undefined, undefined],
] as const)(
  '%s: what one member wrote is not saved for another who has signed in since, and waits for its writer',
  async ([path, entered, saved, attribute, value]) => {
    const [writer, other] = [await memberAtHome(), await memberAtHome()]
    const form = `form[action="${path}"][novalidate]`
    const fields = { ...(await hiddenIn(await writer.page(path), form)), ...entered }
    expect(fields).toHaveProperty('owner')
    const refused = await send(writer, other.cookie, path, fields)
    expect(refused.status).toBe(409)
    const html = await refused.text()
    expect(html).toContain('<code>entry/foreign-form</code>')
    expect((await elementsOf(html, 'main form[action="/sign-out"]'))[0]?.attributes['target']).toBe('_blank')
    const kept = await hiddenIn(html, `main form[action="${path}"]`)
    expect(kept).toMatchObject(entered)
    const found = async (home: Home) => {
      const [element] = await elementsOf(await home.page(path), saved)
      return attribute === undefined ? element !== undefined : element?.attributes[attribute] === value
    }
    expect(await found(other)).toBe(false)

    expect((await send(writer, writer.cookie, path, kept)).status).toBe(303)
    expect([await found(writer), await found(other)]).toEqual([true, false])
  },
)

test('a calendar’s address is not ended by a page of somebody else', async () => {
  const [one, other] = [await memberAtHome(), await memberAtHome()]
  const made = async (home: Home) =>
    (await elementsOf(await home.page('/my-cet/calendar/'), 'form[action$="/revoke"]')).length > 0
  for (const home of [one, other]) {
    const fields = await hiddenIn(await home.page('/my-cet/calendar/'), 'form[action="/my-cet/calendar/"]')
    expect((await send(home, home.cookie, '/my-cet/calendar/', fields)).status).toBe(200)
  }
  const fields = await hiddenIn(await one.page('/my-cet/calendar/'), 'form[action$="/revoke"]')
  const refused = await send(one, other.cookie, '/my-cet/calendar/revoke', fields)
  expect(refused.status).toBe(409)
  expect((await elementsOf(await refused.text(), 'main a.button'))[0]?.attributes['href']).toBe('/my-cet/')
  expect(await made(other)).toBe(true)
  expect((await send(one, one.cookie, '/my-cet/calendar/revoke', fields)).status).toBe(303)
  expect(await made(one)).toBe(false)
})
