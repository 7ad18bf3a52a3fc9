import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { addGoal, changeGoal, deleteGoal, findGoal } from '../records/goals.ts'
import { elementsOf } from '../test-support/elements.ts'
import { type MemberAtHome, memberAtHome } from '../test-support/member-at-home.ts'

const path = '/my-cet/goals/'
const add = async (member: MemberAtHome, fields: Record<string, string>) => {
  const answer = await member.post(path, { id: crypto.randomUUID(), ...fields })
  return /\?added=(.+)$/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
}
const listed = async ({ page }: MemberAtHome, at = path) =>
  (await elementsOf(await page(at), '.cet-goal')).map(({ text }) =>
    text.replace(/ (?:Mark as|Not done after).*$/, ''),
  )

describe('goals of the plan', () => {
  test('are added with a unit and a day, and shown in the order of their days', async () => {
    const member = await memberAtHome()
    await add(member, { text: 'Read about lenses' })
    await add(member, { text: 'Learn <gonioscopy>', unit: 'competency-1', target: '1/12/2021' })
    expect(await listed(member)).toEqual([
      'Learn &lt;gonioscopy&gt; Ocular examination (optometrist) · By 1 December 2021: 8 weeks and 2 days left',
      'Read about lenses No target date',
    ])
    expect(await member.page('/my-cet/')).toContain('Learn &lt;gonioscopy&gt;')
  })

  test('are told as overdue from the day after, by London’s calendar', async () => {
    const member = await memberAtHome()
    await add(member, { text: 'Soon', target: '2021-10-04' })
    expect(await listed(member)).toEqual(['Soon By 4 October 2021: 11 hours left'])
    member.site.now = Date.parse('2021-10-04T23:00:00Z') - 1
    await env.DB.prepare('UPDATE session SET started_at = ?1, last_seen_at = ?1 WHERE member = ?2')
      .bind(member.site.now, member.id)
      .run()
    expect((await listed(member))[0]).toContain('less than a minute left')
    member.site.now += 1
    expect(await listed(member)).toEqual(['Soon Overdue since 4 October 2021'])
  })

  test('come back with what was written when they cannot be saved', async () => {
    const member = await memberAtHome()
    const answer = await member.post(path, { text: '', unit: 'competency-2', target: '31/11/2021' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect((await elementsOf(html, '.error-summary a')).map(({ text }) => text)).toEqual([
      'Enter what you want to achieve',
      'Enter a real date, such as 1 December 2021',
    ])
    const [target] = await elementsOf(html, '#field-target')
    expect(target?.attributes).toMatchObject({ type: 'text', value: '31/11/2021' })
    expect((await elementsOf(html, 'option[selected]'))[0]?.text).toBe('Ocular disease')
    expect(await listed(member)).toEqual([])
  })

  test('are changed, marked as done and not done after all', async () => {
    const member = await memberAtHome()
    const id = await add(member, { text: 'First', target: '2021-11-01' })
    expect(
      (await elementsOf(await member.page(`${path}${id}/`), '#field-target'))[0]?.attributes,
    ).toMatchObject({
      type: 'date',
      value: '2021-11-01',
      min: '2021-10-04',
    })
    await member.post(`${path}${id}/`, { text: 'Second', target: '' })
    await member.post(`${path}${id}/done`)
    expect(await listed(member)).toEqual(['Second Done on 4 October 2021'])
    expect(await member.page('/my-cet/')).toContain('1 goal done.')
    await member.post(`${path}${id}/not-done`)
    expect(await listed(member)).toEqual(['Second No target date'])
  })

  test('are changed when their day has passed: it may stay, and the field does not call it a fault', async () => {
    const member = await memberAtHome()
    const id = await add(member, { text: 'First', target: '2021-10-04' })
    member.site.now = Date.parse('2021-10-05T12:00:00Z')
    await env.DB.prepare('UPDATE session SET started_at = ?1, last_seen_at = ?1 WHERE member = ?2')
      .bind(member.site.now, member.id)
      .run()
    const [target] = await elementsOf(await member.page(`${path}${id}/`), '#field-target')
    expect(target?.attributes).toMatchObject({ value: '2021-10-04', min: '2021-10-04' })
    const [another] = await elementsOf(await member.page(path), '#field-target')
    expect(another?.attributes).toMatchObject({ min: '2021-10-05' })
    const kept = await member.post(`${path}${id}/`, { text: 'Second', target: '2021-10-04' })
    expect(kept.headers.get('location')).toBe(`${path}?changed=${id}`)
  })

  test('are deleted and brought back', async () => {
    const member = await memberAtHome()
    const id = await add(member, { text: 'Keep me' })
    const answer = await member.post(`${path}${id}/delete`)
    const after = answer.headers.get('location') ?? ''
    expect(await listed(member, after)).toEqual([])
    expect((await elementsOf(await member.page(after), '.cet-notice form'))[0]?.attributes['action']).toBe(
      `${path}${id}/restore`,
    )
    await member.post(`${path}${id}/restore`)
    expect(await listed(member)).toEqual(['Keep me No target date'])
    expect(await elementsOf(await member.page(after), '.cet-notice')).toEqual([])
  })

  test('are added once however often a form is sent, and each when it is sent again with another', async () => {
    const member = await memberAtHome()
    const id = crypto.randomUUID()
    for (const text of ['First', 'First', 'Second']) await add(member, { id, text })
    expect((await listed(member)).sort()).toEqual(['First No target date', 'Second No target date'])
    await member.post(`${path}${id}/delete`)
    await add(member, { id, text: 'First' })
    expect((await listed(member)).sort()).toEqual(['First No target date', 'Second No target date'])
  })

  test('are deleted once, with the way back, however often that is pressed', async () => {
    const member = await memberAtHome()
    const id = await add(member, { text: 'Keep me' })
    await member.post(`${path}${id}/delete`)
    const again = await member.post(`${path}${id}/delete`)
    expect(again.headers.get('location')).toBe(`${path}?deleted=${id}`)
    expect((await member.post(`${path}${crypto.randomUUID()}/delete`)).status).toBe(404)
  })

  test('are never overwritten by a form that was opened before: both are shown, and the member decides', async () => {
    const member = await memberAtHome()
    const id = await add(member, { text: 'First', target: '2021-11-01' })
    const seen = async (html: string) => {
      const [input] = await elementsOf(html, 'input[name="seen"]')
      return (input?.attributes['value'] ?? '').replaceAll('&amp;', '&')
    }
    const opened = await seen(await member.page(`${path}${id}/`))
    const changed = { text: 'Second', unit: 'competency-1', target: '2021-12-01', seen: opened }
    for (let times = 0; times < 2; times++) {
      expect((await member.post(`${path}${id}/`, changed)).status).toBe(303)
    }
    const late = { text: 'Third', target: '2021-11-01', seen: opened }
    const answer = await member.post(`${path}${id}/`, late)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect((await elementsOf(html, '.error-summary a'))[0]?.text).toContain(
      'It is now: “Second”, about Ocular examination (optometrist), by 1 December 2021.',
    )
    expect((await elementsOf(html, 'textarea'))[0]?.text).toBe('Third')
    expect(await listed(member)).toEqual([expect.stringContaining('Second')])
    const faulty = await (await member.post(`${path}${id}/`, { ...late, text: '' })).text()
    expect(await seen(faulty)).toBe(opened)
    await member.post(`${path}${id}/`, { ...late, seen: await seen(html) })
    expect(await listed(member)).toEqual([expect.stringContaining('Third')])
  })

  test('that were deleted in another tab give what was written since back', async () => {
    const member = await memberAtHome()
    const id = await add(member, { text: 'First' })
    await member.post(`${path}${id}/delete`)
    const answer = await member.post(`${path}${id}/`, { text: 'Second', unit: 'competency-1' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect((await elementsOf(html, 'textarea'))[0]?.text).toBe('Second')
    expect((await elementsOf(html, 'option[selected]'))[0]?.attributes['value']).toBe('competency-1')
    const [form] = await elementsOf(html, 'form[novalidate]')
    expect(form?.attributes['action']).toBe(path)
    const [newId] = await elementsOf(html, 'input[name="id"]')
    expect(newId?.attributes['value']).not.toBe(id)
  })

  test('are as long as they look', async () => {
    const member = await memberAtHome()
    await add(member, { text: '👁'.repeat(500) })
    expect(await listed(member)).toHaveLength(1)
    const answer = await member.post(path, { text: '👁'.repeat(501) })
    expect((await elementsOf(await answer.text(), '.error-summary a'))[0]?.text).toBe(
      'Shorten your goal to 500 characters; it has 501',
    )
  })

  test('say what has been done with them for as long as it is so, where the focus goes', async () => {
    const member = await memberAtHome()
    const told = async (at: string) => (await elementsOf(await member.page(at), '.cet-notice'))[0]
    const act = async (to: string, fields = {}) =>
      (await member.post(`${path}${to}`, fields)).headers.get('location') ?? ''
    const id = await add(member, { text: 'Learn <gonioscopy>' })
    const added = `${path}?added=${id}`
    expect(await told(added)).toMatchObject({
      text: 'Added: Learn &lt;gonioscopy&gt;Go to the goal',
      attributes: { role: 'status', tabindex: '-1', autofocus: '' },
    })
    const changed = await act(`${id}/`, { text: 'Second' })
    expect((await told(changed))?.text).toContain('Saved: Second')
    const done = await act(`${id}/done`)
    expect((await told(done))?.text).toContain('Done: Second')
    const open = await act(`${id}/not-done`)
    expect((await told(open))?.text).toContain('Open again: Second')
    expect(await told(done)).toBeUndefined()
    const deleted = await act(`${id}/delete`)
    expect((await told(deleted))?.text).toContain('Deleted: Second')
    for (const gone of [added, changed, done, open]) expect(await told(gone), gone).toBeUndefined()
    const restored = await act(`${id}/restore`)
    expect((await told(restored))?.text).toContain('Brought back: Second')
    const other = await memberAtHome({}, member.site)
    expect(await other.page(restored)).not.toContain('Second')
    // A fragment would take the place of the focus that the message asks for.
    for (const location of [changed, done, open, deleted, restored]) expect(location).not.toContain('#')
  })

  test('that are sent twice are one', async () => {
    const member = await memberAtHome()
    const id = crypto.randomUUID()
    await add(member, { id, text: 'Once' })
    await add(member, { id, text: 'Once' })
    expect(await listed(member)).toHaveLength(1)
  })

  test('are at most fifty, which is said without losing what was written', async () => {
    const member = await memberAtHome()
    const first = await add(member, { text: 'Goal' })
    for (let count = 1; count < 50; count += 1) await add(member, { text: 'Goal' })
    const answer = await member.post(path, { id: crypto.randomUUID(), text: 'One more' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('which is the most')
    expect((await elementsOf(html, 'textarea'))[0]?.text).toBe('One more')
    await member.post(`${path}${first}/delete`)
    await add(member, { text: 'Goal' })
    expect((await member.post(`${path}${first}/restore`)).status).toBe(422)
  })

  test('are one’s own', async () => {
    const member = await memberAtHome()
    const id = await add(member, { text: 'Private' })
    const other = await memberAtHome({}, member.site)
    for (const act of ['', 'done', 'not-done', 'delete', 'restore']) {
      expect((await other.post(`${path}${id}/${act}`, { text: 'Mine' })).status, act).toBe(404)
    }
    expect((await other.get(`${path}${id}/`)).status).toBe(404)
    expect(await listed(member)).toEqual(['Private No target date'])
  })
})

test('of two changes that are decided at the same moment, only one is written', async () => {
  const { id: member } = await memberAtHome()
  const id = crypto.randomUUID()
  const first = { text: 'Learn gonioscopy', unit: undefined, targetOn: undefined }
  const words = (text: string) => ({ ...first, text, targetOn: '2021-12-01' })
  await addGoal(env.DB, member, { id, ...first }, 0)
  const written = await Promise.all(
    ['here', 'there'].map((text) => changeGoal(env.DB, member, id, first, words(text))),
  )
  expect(written.toSorted()).toEqual([false, true])
  expect(await findGoal(env.DB, member, id)).toMatchObject(words(written[0] ? 'here' : 'there'))

  await deleteGoal(env.DB, member, id, 0)
  const now = words(written[0] ? 'here' : 'there')
  expect(await changeGoal(env.DB, member, id, now, first)).toBe(false)
})
