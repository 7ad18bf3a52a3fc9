import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { elementsOf } from '../test-support/elements.ts'
import { type MemberAtHome, memberAtHome } from '../test-support/member-at-home.ts'
import { openNoon, openSite, settingsWith } from '../test-support/site-under-test.ts'

const withPoint = async () => {
  const member = await memberAtHome()
  const attempt = await member.sit('exam-tear-film')
  const [point] = await elementsOf(await member.page('/my-cet/'), '[data-point]')
  return { member, attempt, award: point?.attributes['data-point'] ?? '' }
}
const state = async ({ page }: MemberAtHome) =>
  (await elementsOf(await page('/my-cet/'), '[data-point]'))[0]?.attributes['data-state']
const mark = (member: string, award: string, number: number, what: string, by = 'export', at = Date.now()) =>
  env.DB.prepare(
    'INSERT INTO award_mark (member, award, number, state, said_by, said_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
    .bind(member, award, number, what, by, at)
    .run()

describe('a point on its way', () => {
  test('goes from awarded to accepted, each state with its meaning', async () => {
    const { member, award } = await withPoint()
    const told = async () => (await elementsOf(await member.page('/my-cet/'), '[data-point]'))[0]?.text ?? ''
    expect(await told()).toContain('Awarded. It is yours')
    await mark(member.id, award, 1, 'sent')
    expect(await told()).toContain('Sent. It is on its way')
    await mark(member.id, award, 2, 'pending')
    expect(await told()).toContain(
      'Waiting for you on MyGOC. Sign in to MyGOC and accept it by 31 December 2021.',
    )
    await mark(member.id, award, 3, 'accepted')
    expect(await told()).toContain('confirmed that it is accepted')
    await mark(member.id, award, 4, 'rejected')
    expect(await told()).toContain('Sent back. The Sample regulator did not take it')
  })

  test('is not asked to be accepted any more once the last day for that is over', async () => {
    const { member, award } = await withPoint()
    await mark(member.id, award, 1, 'pending')
    await member.comeBack('2022-01-01T00:00:00Z')
    const [point] = await elementsOf(await member.page('/my-cet/'), '[data-point]')
    expect(point?.text).toContain('If you have accepted it by 31 December 2021, tell us below')
    expect(point?.text).not.toContain('Sign in to MyGOC')
    expect(await member.page('/my-cet/statement/')).toContain('<td>Not accepted as far as we know</td>')
  })

  test('that was sent back is not promised to be sent again once the last day for accepting is over', async () => {
    const { member, award } = await withPoint()
    await mark(member.id, award, 1, 'rejected')
    const told = async () => (await elementsOf(await member.page('/my-cet/'), '[data-point]'))[0]?.text
    await member.comeBack('2021-12-31T23:59:59Z')
    expect(await told()).toContain('Ask about it below: we correct it and send it again.')
    await member.comeBack('2022-01-01T00:00:00Z')
    expect(await told()).toContain(
      'Sent back. The Sample regulator did not take it, and the last day for accepting points was 31 December 2021. It will not be sent again by itself, and it is not counted here any more. Ask about it below; if you have accepted it in time, tell us.',
    )
    expect(await told()).not.toContain('send it again')
  })

  test('that was sent back counts, with a warning, as long as it can be accepted, and then no more', async () => {
    const { member, award } = await withPoint()
    const told = async () => {
      const html = await member.page('/my-cet/')
      const text = async (selector: string) => (await elementsOf(html, selector))[0]?.text
      return {
        html,
        earned: (await text('[data-slot="record"]'))?.match(/1 point\s+earned from this pack[^.]*\./)?.[0],
        points: await text('[data-aspect="points"]'),
        unit: await text('[data-unit="competency-1"]'),
        statement: await member.page('/my-cet/statement/'),
      }
    }
    await mark(member.id, award, 1, 'rejected')
    await member.comeBack('2021-12-31T23:59:59Z')
    const before = await told()
    expect(before.points).toContain('1 of 36: 1 here')
    expect(before.unit).toContain('Done here')
    expect(before.html).toContain('1 point of it was sent back.</strong> What you read here still counts it')
    await member.comeBack('2022-01-01T00:00:00Z')
    const after = await told()
    expect(after.points).toContain('0 of 36: 0 here')
    expect(after.unit).toContain('Missing')
    expect(after.earned).toBe('1 point earned from this pack, 1 of it sent back and not counted.')
    expect(after.html).not.toContain('still counts it')
    expect(after.html).toContain('by the last day for that, and so not counted: Exam: exam-tear-film.')
    expect(after.statement).toContain('1 point, non-interactive, 1 of it sent back and not counted')
    expect(await member.page('/my-cet/elsewhere/')).not.toContain('Leave out')
    await member.post(`/my-cet/points/${award}/accepted`)
    expect((await told()).points).toContain('1 of 36: 1 here')
  })

  test('that was sent back is asked about as such, not as missing', async () => {
    const { member, award } = await withPoint()
    await mark(member.id, award, 1, 'rejected')
    const [help] = await elementsOf(await member.page('/my-cet/'), `#point-${award} details`)
    expect(help?.text).toContain('A point of mine was sent back.')
    expect(help?.text).not.toMatch(/missing/i)
  })

  test('is marked as accepted by its member, who can undo it', async () => {
    const { member, award } = await withPoint()
    const answer = await member.post(`/my-cet/points/${award}/accepted`)
    expect(answer.headers.get('location')).toBe(`/my-cet/?accepted=${award}#marked`)
    expect((await elementsOf(await member.page(`/my-cet/?accepted=${award}`), '#marked'))[0]).toMatchObject({
      text: 'Saved. You can undo it here.',
      attributes: { role: 'status', tabindex: '-1' },
    })
    expect(await state(member)).toBe('accepted')
    await member.post(`/my-cet/points/${award}/accepted`)
    await member.post(`/my-cet/points/${award}/taken-back`)
    expect(await state(member)).toBe('awarded')
    const { results } = await env.DB.prepare('SELECT state FROM award_mark WHERE award = ? ORDER BY number')
      .bind(award)
      .all()
    expect(results).toEqual([{ state: 'accepted' }, { state: 'awarded' }])
  })

  test('is nobody else’s to mark', async () => {
    const { member, award } = await withPoint()
    const other = await memberAtHome({}, member.site)
    expect((await other.post(`/my-cet/points/${award}/accepted`)).status).toBe(404)
    expect(await state(member)).toBe('awarded')
  })

  test('can be asked about with everything that is needed filled in', async () => {
    const { member, award, attempt } = await withPoint()
    const html = await member.page('/my-cet/')
    const [link] = await elementsOf(html, `#point-${award} a[href^="mailto:help@example.com?"]`)
    const mail = new URL((link?.attributes['href'] ?? '').replaceAll('&amp;', '&'))
    const body = mail.searchParams.get('body') ?? ''
    for (const part of [
      'Name: Olive Sample',
      'GOC number: 01-00000-SAMPLE',
      'Reference: C-13861 O/D',
      'Title: Exam: exam-tear-film',
      'Passed: 4 October 2021 at 13:00 (UK time)',
      `Attempt: 1, ${attempt}`,
      `Receipt: http://localhost:8787/my-cet/attempts/${attempt}/`,
    ]) {
      expect(body.split('\r\n')).toContain(part)
      expect((await elementsOf(html, `#point-${award} pre`))[0]?.text).toContain(part)
    }
    expect(mail.searchParams.get('subject')).toBe('Missing point: C-13861 O/D, Exam: exam-tear-film')
  })
})

describe('a point that nobody has reported', () => {
  const at = async (passed: string, now: string) => {
    const site = openSite()
    site.now = Date.parse(passed)
    const { id, sit } = await memberAtHome({}, site)
    await sit('exam-tear-film')
    site.now = Date.parse(now)
    const session = await site.signIn()
    // The session of then has ended, so the later one is made the member's.
    await env.DB.prepare('UPDATE session SET member = ? WHERE member = ?').bind(id, session.id).run()
    const html = await (
      await site.fetch('/my-cet/', { headers: { cookie: session.cookie, accept: 'text/html' } })
    ).text()
    const [help] = await elementsOf(html, '[data-point] details')
    return {
      text: (await elementsOf(html, '[data-point]'))[0]?.text ?? '',
      open: help?.attributes['open'] !== undefined,
    }
  }

  test('is said to be missing once its ten working days are over, with the help open', async () => {
    const before = await at('2021-10-04T12:00:00Z', '2021-10-18T22:59:59Z')
    expect(before).toMatchObject({ text: expect.stringContaining('nothing to do yet'), open: false })
    const after = await at('2021-10-04T12:00:00Z', '2021-10-18T23:00:00Z')
    expect(after.open).toBe(true)
    expect(after.text).toContain(
      'Awarded. This should have reached MyGOC by now: ten working days, not allowing for bank holidays, ended on 18 October 2021. Look there and accept it by 31 December 2021; if it is missing, write to us.',
    )
    expect(after.text).not.toContain('nothing to do')
  })

  test('is said to be short of time when it was passed near the last day for accepting', async () => {
    const late = await at('2021-12-20T12:00:00Z', '2021-12-20T12:00:00Z')
    expect(late.open).toBe(false)
    expect(late.text).toContain(
      'until 3 January 2022 or later where there are bank holidays, and points must be accepted by 31 December 2021',
    )
    const over = await at('2021-12-20T12:00:00Z', '2022-01-01T00:00:00Z')
    expect(over).toMatchObject({
      text: expect.stringContaining('The last day for accepting points was 31 December 2021.'),
      open: true,
    })
  })
})

test('a point of a member whose GOC number is not known is not said to be on its way', async () => {
  const { page, sit, site, comeBack } = await memberAtHome({ gocNumber: undefined })
  const attempt = await sit('exam-tear-film')
  const wanted =
    'Your GOC number is not known here: add it to your membership record and sign in again, or write to help@example.com.'
  const told = async () => (await elementsOf(await page('/my-cet/'), '[data-point]'))[0]?.text ?? ''
  expect(await page(`/my-cet/attempts/${attempt}/`)).toContain(
    `<li>${wanted}</li><li>Then we send what you earned to the regulator.</li>`,
  )
  for (const instant of ['2021-10-04T12:00:00Z', '2021-11-04T12:00:00Z']) {
    await comeBack(instant)
    expect(await told()).toContain(
      `Awarded. It is yours. ${wanted} Then it will be sent to the Sample regulator.`,
    )
    expect(await told()).not.toMatch(/nothing to do|should have reached/)
  }
  await comeBack('2022-01-01T00:00:00Z')
  expect(await told()).toContain('The last day for accepting points was 31 December 2021.')
  site.now = openNoon
  const { page: known, sit: pass } = await memberAtHome({}, site)
  expect(await known(`/my-cet/attempts/${await pass('exam-tear-film')}/`)).not.toContain('GOC number')
})

test('nobody is asked for a GOC number where the membership provider is not set up to tell any', async () => {
  const { gocNumber: _, ...claims } = settingsWith().CLAIMS
  const site = openSite({ settings: settingsWith({ CLAIMS: claims }) })
  const { page, sit } = await memberAtHome({ gocNumber: undefined }, site)
  const result = await page(`/my-cet/attempts/${await sit('exam-tear-film')}/`)
  expect(result).toContain('<li>We send what you earned to the regulator.</li>')
  expect(result).not.toContain('GOC number')
  const [point] = await elementsOf(await page('/my-cet/'), '[data-point] > p:not([class])')
  expect(point?.text).toMatch(/^Awarded\. It is yours and will be sent/)
})

describe('the ledger', () => {
  test('is append only, without gaps, for the member’s own awards, and each says only what they may', async () => {
    const { member, award } = await withPoint()
    const other = await memberAtHome({}, member.site)
    await mark(member.id, award, 1, 'sent')
    await expect(mark(member.id, award, 3, 'pending')).rejects.toThrow('no gaps')
    await expect(mark(member.id, award, 1, 'pending')).rejects.toThrow('no gaps')
    await expect(mark(other.id, award, 2, 'pending')).rejects.toThrow('not this member')
    await expect(mark(member.id, award, 2, 'pending', 'member')).rejects.toThrow('CHECK')
    await expect(mark(member.id, award, 2, 'awarded')).rejects.toThrow('CHECK')
    await expect(mark(member.id, award, 2, 'lost')).rejects.toThrow('CHECK')
    await expect(mark(member.id, award, 2, 'pending', 'export', 0)).rejects.toThrow('before the award')
    for (const sql of [
      "UPDATE award_mark SET state = 'accepted'",
      'DELETE FROM award_mark',
      'INSERT OR REPLACE INTO award_mark SELECT * FROM award_mark',
    ]) {
      await expect(env.DB.prepare(sql).run()).rejects.toThrow(/append only|no gaps/)
    }
  })
})
