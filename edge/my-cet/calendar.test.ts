import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { elementsOf } from '../test-support/elements.ts'
import { type MemberAtHome, memberAtHome } from '../test-support/member-at-home.ts'
import { openSite } from '../test-support/site-under-test.ts'

type Component = {
  readonly name: string
  readonly values: Map<string, string[]>
  readonly parts: Component[]
}

/** Reads a calendar as strictly as RFC 5545 is written: line ends, folding, nesting, and names before values. */
function parse(text: string): Component {
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const lines = text.split('\r\n')
  expect(lines.pop()).toBe('')
  for (const line of lines) expect(new TextEncoder().encode(line).length, line).toBeLessThanOrEqual(75)
  const open: Component[] = [{ name: '', values: new Map(), parts: [] }]
  for (const line of text
    .replace(/\r\n$/, '')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')) {
    const [, name = '', parameters = '', value = ''] =
      /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/.exec(line) ?? []
    expect(name, line).not.toBe('')
    const current = open.at(-1)
    if (current === undefined) throw new Error('a component ends that has not begun')
    if (name === 'BEGIN') {
      const part: Component = { name: value, values: new Map(), parts: [] }
      current.parts.push(part)
      open.push(part)
    } else if (name === 'END') {
      expect(value).toBe(current.name)
      open.pop()
    } else current.values.set(name + parameters, [...(current.values.get(name + parameters) ?? []), value])
  }
  expect(open).toHaveLength(1)
  const [calendar, ...others] = open[0]?.parts ?? []
  expect(others).toEqual([])
  expect(calendar?.name).toBe('VCALENDAR')
  if (calendar === undefined) throw new Error('no calendar')
  return calendar
}

const one = (component: Component | undefined, name: string) => {
  const values = component?.values.get(name) ?? []
  expect(values, name).toHaveLength(1)
  return values[0]
}
const subscribe = async (member: MemberAtHome, replaces = '') => {
  const html = await (await member.post('/my-cet/calendar/', { replaces })).text()
  return (await elementsOf(html, '#calendar-address'))[0]?.attributes['value']
}
const madeAt = async (member: MemberAtHome) =>
  (await elementsOf(await member.page('/my-cet/calendar/'), '[name="replaces"]'))[0]?.attributes['value']

describe('deadlines.ics', () => {
  test('holds the days that count and the open goals, by London’s clock', async () => {
    const member = await memberAtHome()
    const long = `Learn gonioscopy; write it up, and tell colleagues – ${'ö'.repeat(80)}`
    await member.post('/my-cet/goals/', { text: long, target: '2021-10-30' })
    await member.post('/my-cet/goals/', { text: 'No day' })
    const answer = await member.get('/my-cet/deadlines.ics')
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="deadlines.ics"')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const calendar = parse(await answer.text())
    expect(one(calendar, 'VERSION')).toBe('2.0')
    expect(one(calendar, 'PRODID')).toContain('localhost:8787')
    expect(
      calendar.parts.map((event) => [
        event.name,
        one(event, 'SUMMARY'),
        one(event, 'DTSTART'),
        one(event, 'DTEND'),
      ]),
    ).toEqual([
      ['VEVENT', 'CET: finish by midnight', '20211228T230000Z', '20211229T000000Z'],
      ['VEVENT', 'CET: accept by midnight', '20211231T230000Z', '20220101T000000Z'],
      ['VEVENT', 'CET: cycle closes at midnight', '20211231T230000Z', '20220101T000000Z'],
      ['VEVENT', `Goal: ${long.replaceAll(/([;,])/g, '\\$1')}`, '20211030T220000Z', '20211030T230000Z'],
    ])
    expect(
      calendar.parts.map((event) => [
        one(event, 'DESCRIPTION')?.split('\\n')[0],
        one(event, 'URL;VALUE=URI'),
      ]),
    ).toEqual([
      [
        'Last day for the exams of Sample pack. Until the end of 28 December 2021\\, UK time.',
        `http://localhost:8787/cet/active/`,
      ],
      [
        'Accept your points on MyGOC. Until the end of 31 December 2021\\, UK time.',
        `http://localhost:8787/my-cet/`,
      ],
      [
        'Last day of Sample cycle. Until the end of 31 December 2021\\, UK time.',
        `http://localhost:8787/my-cet/`,
      ],
      [
        'From your personal development plan. Until the end of 30 October 2021\\, UK time.',
        `http://localhost:8787/my-cet/goals/`,
      ],
    ])
    for (const event of calendar.parts) {
      expect(one(event, 'DESCRIPTION')?.split('\\n')[1]).toBe(one(event, 'URL;VALUE=URI'))
    }
    for (const event of calendar.parts) expect(one(event, 'DTSTAMP')).toBe('20211004T120000Z')
    const [finish, , close, goal] = calendar.parts
    const alarms = (event: Component | undefined) =>
      event?.parts.map((alarm) => {
        expect([alarm.name, one(alarm, 'ACTION')]).toEqual(['VALARM', 'DISPLAY'])
        expect(one(alarm, 'DESCRIPTION')).not.toBe('')
        return one(alarm, 'TRIGGER;VALUE=DATE-TIME')
      })
    expect(alarms(finish)).toEqual(['20211221T090000Z', '20211227T090000Z', '20211228T090000Z'])
    expect(alarms(close)).toEqual([])
    expect(alarms(goal)).toEqual(['20211023T080000Z', '20211029T080000Z', '20211030T080000Z'])
  })

  test('names an entry the same each time, and different ones differently', async () => {
    const member = await memberAtHome()
    await member.post('/my-cet/goals/', { text: 'Goal', target: '2021-10-30' })
    const ids = async () =>
      parse(await member.page('/my-cet/deadlines.ics')).parts.map((event) => one(event, 'UID'))
    const first = await ids()
    expect(new Set(first).size).toBe(4)
    member.site.now += 60_000
    expect(await ids()).toEqual(first)
  })

  test('leaves out reminders that have passed', async () => {
    const member = await memberAtHome()
    await member.post('/my-cet/goals/', { text: 'Tomorrow', target: '2021-10-05' })
    const goal = parse(await member.page('/my-cet/deadlines.ics')).parts.at(-1)
    expect(goal?.parts.map((alarm) => one(alarm, 'TRIGGER;VALUE=DATE-TIME'))).toEqual(['20211005T080000Z'])
  })
})

describe('the subscription', () => {
  test('gives the dates to whoever knows its address, and nothing of the person', async () => {
    const member = await memberAtHome()
    await member.post('/my-cet/goals/', { text: 'Private goal', target: '2021-10-30' })
    const address = await subscribe(member)
    expect(address).toMatch(/^http:\/\/localhost:8787\/calendar\/[A-Za-z0-9_-]{43}\.ics$/)
    const answer = await openSite().fetch(address ?? '')
    expect(answer.status).toBe(200)
    const text = await answer.text()
    expect(parse(text).parts).toHaveLength(3)
    expect(text).not.toMatch(/Private|Olive|-SAMPLE|Ocular|competenc/)
    expect(text).not.toContain(member.id)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  test('is known to the database by a hash alone, and shown once', async () => {
    const member = await memberAtHome()
    const token = /calendar\/(.+)\.ics/.exec((await subscribe(member)) ?? '')?.[1] ?? ''
    const { results } = await env.DB.prepare('SELECT * FROM calendar_subscription').all()
    expect(JSON.stringify(results)).not.toContain(token)
    expect(await member.page('/my-cet/calendar/')).not.toContain(token)
  })

  test('is replaced and ended, and then the old address gives nothing', async () => {
    const member = await memberAtHome()
    const status = async (address: string | undefined) => (await member.site.fetch(address ?? '')).status
    const first = await subscribe(member)
    const stamp = await madeAt(member)
    member.site.now += 1000
    const second = await subscribe(member, stamp)
    expect([await status(first), await status(second)]).toEqual([404, 200])
    // The same form once more, as from another tab or a reload.
    expect(await subscribe(member, stamp)).toBeUndefined()
    expect(await status(second)).toBe(200)
    const told = async () =>
      (await elementsOf(await member.page('/my-cet/calendar/?done=made-elsewhere'), '.cet-notice'))[0]?.text
    expect(await told()).toContain('If you have not copied it, replace it')
    await member.post('/my-cet/calendar/revoke')
    expect(await told()).toBe('Nothing was changed: the address was ended in between.')
    expect(await status(second)).toBe(404)
    expect(await madeAt(member)).toBe('')
  })

  test.for(['/calendar/short.ics', `/calendar/${'a'.repeat(44)}.ics`, '/calendar/'])(
    'is at no other address: %s',
    async (path) => {
      expect((await openSite().fetch(path)).status).toBe(401)
    },
  )
  test('that nobody made is not there', async () => {
    expect((await openSite().fetch(`/calendar/${'a'.repeat(43)}.ics`)).status).toBe(404)
  })
})
