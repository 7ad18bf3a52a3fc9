import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { fieldId } from '../pages/form-parts.ts'
import { changePack } from '../test-support/changed-pack.ts'
import { elementsOf } from '../test-support/elements.ts'
import { type MemberAtHome, memberAtHome } from '../test-support/member-at-home.ts'

const path = '/my-cet/elsewhere/'
const entry = {
  'points.optometrist': '20.5',
  'interactive.optometrist': '10',
  'thisYear.optometrist': '4',
  'peerReviews.optometrist': '1',
  unit: ['competency-1', 'competency-3'],
}
const rows = async (id: string) =>
  (
    await env.DB.prepare('SELECT count(*) AS n FROM elsewhere WHERE member = ?')
      .bind(id)
      .first<{ n: number }>()
  )?.n
const values = async ({ page }: MemberAtHome) =>
  (await elementsOf(await page(path), 'input[type="text"]')).map(({ attributes }) => attributes['value'])

const number = async ({ page }: MemberAtHome) =>
  (await elementsOf(await page(path), 'input[name="number"]'))[0]?.attributes['value'] ?? ''

describe('what a member has elsewhere', () => {
  test('is saved, counted and shown again', async () => {
    const member = await memberAtHome()
    const saved = await member.post(path, entry)
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/my-cet/?saved=1'])
    const html = await member.page('/my-cet/?saved=1')
    expect((await elementsOf(html, '.cet-notice'))[0]).toMatchObject({
      attributes: { role: 'status', tabindex: '-1', autofocus: '' },
    })
    expect((await elementsOf(html, '[data-missing]'))[0]?.text).toBe(
      'You still lack 1 competency, 15.5 points (at least 8 of them interactive) and 2 points of the minimum for 2021.',
    )
    expect((await elementsOf(html, '[data-unit="competency-1"]'))[0]?.text).toContain('Done elsewhere')
    expect((await elementsOf(html, '[data-interactive]'))[0]?.text).toContain('8 interactive points')
    expect(await values(member)).toEqual(['20.5', '10', '4', '1'])
    expect(
      (await elementsOf(await member.page(path), 'input[checked]')).map(
        ({ attributes }) => attributes['value'],
      ),
    ).toEqual(['competency-1', 'competency-3'])
  })

  test('is asked of a type with specialist points together with general ones, and of several types each in full', async () => {
    const both = await memberAtHome({ registrantTypes: ['optometrist', 'dispensing-optician'] })
    changePack(both.site, (facts) => ({
      ...facts,
      requirements: facts.requirements.map((each) =>
        each.registrantType === 'optometrist'
          ? each
          : { ...each, points: 36, specialistPoints: 18, specialistName: 'lens points' },
      ),
    }))
    const html = await both.page(path)
    const hint = async (type: string) =>
      (await elementsOf(html, `[id="${fieldId(`points.${type}`)}-hint"]`))[0]?.text
    expect(await hint('optometrist')).toMatch(/^Whole or half points/)
    expect(await hint('dispensing-optician')).toMatch(/^General points and lens points together\. Whole/)
    expect((await elementsOf(html, '#several-types'))[0]?.text).toContain('goes under each of them')
    expect(await (await memberAtHome()).page(path)).not.toContain('several-types')
  })

  test('is taken back to what was said before, step by step, and only from the newest', async () => {
    const member = await memberAtHome()
    await member.post(path, entry)
    await member.post(path, { 'points.optometrist': '9' })
    const stale = await member.post(`${path}undo`, { number: '1' })
    expect(stale.headers.get('location')).toBe('/my-cet/?saved=changed-since')
    expect(await values(member)).toEqual(['9', '', '', ''])
    const undone = await member.post(`${path}undo`, { number: '2' })
    expect(undone.headers.get('location')).toBe('/my-cet/?saved=undone')
    expect(await values(member)).toEqual(['20.5', '10', '4', '1'])
    expect(await member.page('/my-cet/')).toContain('Done elsewhere')
  })

  test('is one entry when the form is sent twice, so that undoing it takes it back, however often that is pressed', async () => {
    const member = await memberAtHome()
    const opened = await number(member)
    for (let times = 0; times < 2; times++) {
      const saved = await member.post(path, { ...entry, number: opened })
      expect(saved.headers.get('location')).toBe('/my-cet/?saved=1')
    }
    expect(await rows(member.id)).toBe(1)
    for (let times = 0; times < 2; times++) {
      const undone = await member.post(`${path}undo`, { number: '1' })
      expect(undone.headers.get('location')).toBe('/my-cet/?saved=undone')
    }
    expect(await values(member)).toEqual(['', '', '', ''])
    await member.post(path, { 'points.optometrist': '9' })
    const stale = await member.post(`${path}undo`, { number: '1' })
    expect(stale.headers.get('location')).toBe('/my-cet/?saved=changed-since')
  })

  test('is never overwritten by a form that was opened before: both are shown, and the member decides', async () => {
    const member = await memberAtHome()
    const opened = await number(member)
    await member.post(path, { ...entry, number: opened })
    const late = { 'points.optometrist': '18', unit: ['competency-3'], number: opened }
    const answer = await member.post(path, late)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect((await elementsOf(html, '.error-summary'))[0]?.attributes).toMatchObject({
      role: 'alert',
      tabindex: '-1',
      autofocus: '',
    })
    const told = await elementsOf(html, '.error-summary li a')
    expect(told.map(({ text }) => text)).toEqual([
      'Points in all: 20.5 saved, 18 below',
      'Interactive points: 10 saved, none below',
      'Points in 2021: 4 saved, none below',
      'Peer reviews: 1 saved, none below',
      'Ocular examination: saved as done, not done below',
    ])
    for (const { attributes } of told) {
      expect(await elementsOf(html, attributes['href'] ?? '')).toHaveLength(1)
    }
    expect(
      (await elementsOf(html, 'input[type="text"]')).map(({ attributes }) => attributes['value']),
    ).toEqual(['18', '', '', ''])
    expect(await values(member)).toEqual(['20.5', '10', '4', '1'])
    const [shown] = await elementsOf(html, 'input[name="number"]')
    const again = await member.post(path, { ...late, number: shown?.attributes['value'] ?? '' })
    expect(again.status).toBe(303)
    expect(await values(member)).toEqual(['18', '', '', ''])
  })

  test('does not differ where two forms write the same numbers in other ways', async () => {
    const member = await memberAtHome()
    const opened = await number(member)
    const one = { 'points.optometrist': '18.5', 'interactive.optometrist': '', 'thisYear.optometrist': '4' }
    await member.post(path, { ...one, number: opened })
    const other = {
      'points.optometrist': '18,5',
      'interactive.optometrist': '0',
      'thisYear.optometrist': '5',
    }
    const answer = await member.post(path, { ...other, number: opened })
    const told = await elementsOf(await answer.text(), '.error-summary li a')
    expect(told.map(({ text }) => text)).toEqual(['Points in 2021: 4 saved, 5 below'])
  })

  test('takes a choice of registrant types when it can, and says so when something is always saved in between', async () => {
    const member = await memberAtHome({ registrantTypes: [] })
    const { db } = member.site.edge
    let tries = 0
    const outrun = new Proxy(db, {
      get(real, name) {
        if (name !== 'prepare') return Reflect.get(real, name).bind(real)
        return (sql: string) => {
          if (!sql.startsWith('INSERT INTO elsewhere (')) return real.prepare(sql)
          tries += 1
          if (tries > 50) throw new Error('This never ends.')
          return real.prepare(sql.replace('?3', '?3 + 1'))
        }
      },
    })
    Object.assign(member.site.edge, { db: outrun })
    const answer = await member.post(path, { save: 'types', type: ['optometrist'] })
    expect(answer.status).toBe(503)
    expect(tries).toBeLessThan(10)
  })

  test('keeps a form that is not in order in its place behind what was saved since', async () => {
    const member = await memberAtHome()
    const opened = await number(member)
    await member.post(path, { ...entry, number: opened })
    const faulty = await (await member.post(path, { 'points.optometrist': 'x', number: opened })).text()
    const [shown] = await elementsOf(faulty, 'input[name="number"]')
    expect(shown?.attributes['value']).toBe(opened)
  })

  test('is nothing again after the first entry was undone', async () => {
    const member = await memberAtHome()
    await member.post(path, entry)
    await member.post(`${path}undo`, { number: '1' })
    expect(await values(member)).toEqual(['', '', '', ''])
    expect(await member.page('/my-cet/?saved=undone')).toContain('knows only what you have done here')
  })

  test('comes back with everything that was entered when it cannot be saved, and changes nothing', async () => {
    const member = await memberAtHome()
    const answer = await member.post(path, {
      ...entry,
      'points.optometrist': '9',
      'peerReviews.optometrist': '<b>one</b>',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect((await elementsOf(html, 'title'))[0]?.text).toContain('Error: ')
    expect((await elementsOf(html, '.error-summary'))[0]?.attributes).toMatchObject({
      role: 'alert',
      tabindex: '-1',
      autofocus: '',
    })
    const links = await elementsOf(html, '.error-summary a')
    expect(links).toEqual([
      {
        attributes: { href: '#field-interactive-optometrist' },
        text: 'Interactive points: enter 9 or less, because that is what you entered for all points',
      },
      {
        attributes: { href: '#field-peerReviews-optometrist' },
        text: 'Peer reviews: enter a number, such as 1',
      },
    ])
    for (const { attributes } of links) {
      const [input] = await elementsOf(html, attributes['href'] ?? '')
      expect(input?.attributes['aria-invalid']).toBe('true')
      const described = input?.attributes['aria-describedby']?.split(' ') ?? []
      for (const id of described) expect(await elementsOf(html, `#${id}`)).toHaveLength(1)
    }
    expect(
      (await elementsOf(html, 'input[type="text"]')).map(({ attributes }) => attributes['value']),
    ).toEqual(['9', '10', '4', '&lt;b&gt;one&lt;/b&gt;'])
    expect((await elementsOf(html, 'input[checked]')).length).toBe(2)
    expect(await rows(member.id)).toBe(0)
  })

  test('has a member of no known type choose one first', async () => {
    const member = await memberAtHome({ registrantTypes: [] })
    expect(await values(member)).toEqual([])
    const chosen = await member.post(path, { save: 'types', type: ['dispensing-optician', 'orthoptist'] })
    expect(chosen.status).toBe(303)
    const html = await member.page(chosen.headers.get('location') ?? '')
    expect((await elementsOf(html, '.cet-notice'))[0]).toMatchObject({
      text: 'Saved. My CET shows the registrant types that you chose.',
      attributes: { role: 'status', autofocus: '' },
    })
    expect(await values(member)).toEqual(['', '', ''])
    const shown = await elementsOf(await member.page('/my-cet/'), '[data-unit]')
    expect(shown.map(({ attributes }) => attributes['data-unit'])).toEqual(['competency-4'])
    await member.post(path, { 'points.dispensing-optician': '3' })
    expect(await values(member)).toEqual(['3', '', ''])
  })

  test('is told to be shown for all types when none was chosen', async () => {
    const member = await memberAtHome({ registrantTypes: [] })
    const saved = await member.post(path, { save: 'types' })
    const html = await member.page(saved.headers.get('location') ?? '')
    expect((await elementsOf(html, '.cet-notice'))[0]?.text).toBe(
      'Saved. You chose no registrant type, so My CET shows all of them.',
    )
    const { page } = await memberAtHome({}, member.site)
    expect(await elementsOf(await page(`${path}?saved=types`), '.cet-notice')).toEqual([])
  })

  test('is asked for by year: what was said of the last one is not of the next', async () => {
    const member = await memberAtHome()
    await member.comeBack('2020-12-31T23:59:00Z')
    await member.post(path, { ...entry, year: '2020' })
    const form = async () => elementsOf(await member.page(path), '[for="field-thisYear-optometrist"]')
    expect((await form())[0]?.text).toBe('Points in 2020')
    expect(await values(member)).toEqual(['20.5', '10', '4', '1'])
    await member.comeBack('2021-01-01T00:00:00Z')
    expect((await form())[0]?.text).toBe('Points in 2021')
    expect(await values(member)).toEqual(['20.5', '10', '', '1'])
    const refused = await member.post(path, { ...entry, year: '2020', 'peerReviews.optometrist': 'x' })
    const shown = await elementsOf(await refused.text(), 'input[type="text"]')
    expect(shown.map(({ attributes }) => attributes['value'])).toEqual(['20.5', '10', '', 'x'])
    await member.post(path, { ...entry, year: '2020' })
    const [year] = await elementsOf(await member.page('/my-cet/'), '[data-aspect="this-year"]')
    expect(year?.text).toContain('0 of 6: 0 here, 0 elsewhere. 6 missing.')
  })

  test('is asked for the cycle’s last year after its end', async () => {
    const member = await memberAtHome()
    await member.post(path, entry)
    await member.comeBack('2022-01-01T00:00:30Z')
    const [hidden] = await elementsOf(await member.page(path), 'input[name="year"]')
    expect(hidden?.attributes['value']).toBe('2021')
    expect(await values(member)).toEqual(['20.5', '10', '4', '1'])
  })

  test('is to leave out the points of this pack that are counted, and no others', async () => {
    const member = await memberAtHome()
    await member.sit('exam-low-vision')
    expect(await member.page(path)).not.toContain('Leave out')
    await member.sit('exam-tear-film')
    expect(await member.page(path)).toContain('Leave out the 1 point from this pack.')
  })

  test('keeps twenty entries to go back to', async () => {
    const member = await memberAtHome()
    for (let time = 0; time < 23; time += 1) await member.post(path, { 'points.optometrist': String(time) })
    expect(await rows(member.id)).toBe(20)
    expect((await values(member))[0]).toBe('22')
  })

  test('is taken from pages of this site alone', async () => {
    const member = await memberAtHome()
    const answer = await member.site.fetch(path, {
      method: 'POST',
      headers: {
        origin: 'https://elsewhere.example',
        cookie: member.cookie,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'points.optometrist=9',
    })
    expect(answer.status).toBe(403)
    expect(await rows(member.id)).toBe(0)
  })

  test('is one’s own: another member sees and undoes nothing of it', async () => {
    const member = await memberAtHome()
    await member.post(path, entry)
    const other = await memberAtHome({}, member.site)
    expect(await values(other)).toEqual(['', '', '', ''])
    await other.post(`${path}undo`, { number: '1' })
    expect(await values(member)).toEqual(['20.5', '10', '4', '1'])
  })
})

describe('the database', () => {
  const insert = (id: string, columns: Record<string, number>) => {
    const row = { points: 5, interactive: 0, specialist: 0, this_year: 0, peer_reviews: 0, ...columns }
    return env.DB.prepare(
      `INSERT INTO elsewhere_points (member, cycle, number, registrant_type, ${Object.keys(row).join(', ')})
       VALUES (?, 'cycle-sample', 1, 'other', ?, ?, ?, ?, ?)`,
    )
      .bind(id, ...Object.values(row))
      .run()
  }
  test.for([
    { points: 1000 },
    { points: -1 },
    { points: 1.25 },
    { interactive: 6 },
    { specialist: 5.5 },
    { this_year: 6 },
    { peer_reviews: -1 },
  ])('takes no such numbers: %o', async (columns) => {
    const member = await memberAtHome()
    await member.post(path, entry)
    await expect(insert(member.id, columns)).rejects.toThrow('CHECK constraint failed')
  })
  test.for([
    'UPDATE elsewhere SET year = 2020',
    'UPDATE elsewhere_points SET points = 0',
    "UPDATE elsewhere_unit SET unit = 'x'",
  ])('changes no entry: %s', async (sql) => {
    await (await memberAtHome()).post(path, entry)
    await expect(env.DB.prepare(sql).run()).rejects.toThrow('never changes')
  })
})
