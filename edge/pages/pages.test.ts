import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { attemptId } from '../exams/attempt-id.ts'
import { atTheExam, attemptOf, exam, path } from '../test-support/at-the-exam.ts'
import { elementsOf } from '../test-support/elements.ts'
import { canary, rightAnswers, sampleExam, wrongAnswers } from '../test-support/sample-exam.ts'
import { openSite, origin, rowCounts, settingsWith } from '../test-support/site-under-test.ts'

describe('the exam page', () => {
  test('carries the same attempt until that is recorded, and then the next one', async () => {
    const { id, get, form } = await atTheExam()
    const [first, second] = await Promise.all([1, 2].map((number) => attemptId(id, exam, number)))
    expect(await attemptOf(await get(path))).toBe(first)
    const page = await get(path)
    expect(await attemptOf(page)).toBe(first)
    expect(page).toContain('attempt 1 of 3')
    await form(wrongAnswers, first)
    const next = await get(path)
    expect(await attemptOf(next)).toBe(second)
    expect(next).toContain('attempt 2 of 3')
  })

  test('says instead of the button why it cannot be sent', async () => {
    const { site, get, form } = await atTheExam({ maxAttempts: 1 })
    const refusal = async () => {
      const page = await get(path)
      expect(page).not.toContain('Send my answers')
      return (await elementsOf(page, '[data-refused]'))[0]?.attributes['data-refused']
    }
    await form(rightAnswers)
    expect(await refusal()).toBe('submission/already-passed')
    const other = await atTheExam({ maxAttempts: 1 })
    await other.form(wrongAnswers)
    expect(await other.get(path)).toContain('data-refused="submission/no-attempts-left"')
    site.now = Date.parse('2021-08-01T12:00:00Z')
    const early = await site.signIn()
    const earlyPage = await (await site.fetch(path, { headers: early })).text()
    expect(earlyPage).toContain('data-refused="submission/not-open-yet"')
    expect(earlyPage).toContain('1 September 2021')
    site.now = Date.parse('2021-12-29T00:00:00Z')
    const late = await site.signIn()
    const latePage = await (await site.fetch(path, { headers: late })).text()
    expect(latePage).toContain('data-refused="submission/closed"')
    expect(latePage).toContain('28 December 2021')
    expect(latePage).not.toContain('Send my answers')
  })

  test('says until when it can be sent only to who can send it', async () => {
    const { site, get, form } = await atTheExam({ maxAttempts: 1 })
    const until = 'You can send your answers until the end of'
    expect(await get(path)).toContain(until)
    await form(wrongAnswers)
    expect(await get(path)).not.toContain(until)
    const anotherAt = async (now: string) => {
      site.now = Date.parse(now)
      const { cookie } = await site.signIn()
      return (await site.fetch(path, { headers: { cookie } })).text()
    }
    expect(await anotherAt('2021-08-01T12:00:00Z')).toContain(until)
    const closed = await anotherAt('2021-12-29T00:00:00Z')
    expect(closed).toContain('The exam closed at the end of 28 December 2021')
    expect(closed).not.toContain(until)
  })
})

describe('the form without script', () => {
  test('leads to the result, and again to the same one', async () => {
    const { form, get } = await atTheExam()
    const attempt = crypto.randomUUID()
    for (let time = 0; time < 2; time += 1) {
      const answer = await form(rightAnswers, attempt)
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toBe(`/my-cet/attempts/${attempt}/`)
    }
    const result = await get(`/my-cet/attempts/${attempt}/`)
    expect(result).toContain('data-outcome="passed"')
    expect(result).toContain('2 of 2 correct')
    const record = await get('/my-cet/')
    expect(record).toContain('data-points="1"')
    expect(record).toContain('C-13861 O/D')
  })

  test('comes back incomplete with everything that helps, and nothing recorded', async () => {
    const { id, form, get } = await atTheExam()
    const before = await rowCounts()
    const attempt = await attemptId(id, exam, 1)
    const answer = await form([{ question: 'signs', choices: ['halo'] }], attempt)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    const [summary] = await elementsOf(page, '[data-slot="error-summary"]')
    expect(summary?.attributes).toMatchObject({ role: 'alert', tabindex: '-1', autofocus: '' })
    expect(summary?.attributes).not.toHaveProperty('hidden')
    const [firstInput] = await elementsOf(page, '#q-layers input')
    expect(await elementsOf(page, '.error-summary a')).toEqual([
      {
        attributes: { href: `#${firstInput?.attributes['id']}` },
        text: 'Question 1: choose one answer',
      },
    ])
    const [message] = await elementsOf(page, '#q-layers-error')
    expect(message).toEqual({
      attributes: { class: 'error-message', id: 'q-layers-error' },
      text: 'Choose one answer',
    })
    expect((await elementsOf(page, '#q-layers'))[0]?.attributes['aria-describedby']).toBe('q-layers-error')
    expect((await elementsOf(page, '#q-signs-error'))[0]?.attributes).toHaveProperty('hidden')
    expect(await elementsOf(page, 'input[checked]')).toMatchObject([{ attributes: { id: 'q-signs-halo' } }])
    expect(await attemptOf(page)).toBe(attempt)
    expect((await elementsOf(page, 'title'))[0]?.text).toBe('Error: Exam: tear film')
    expect(page).not.toContain(canary)
    expect(await rowCounts()).toEqual(before)
    expect(await get(path)).toContain('attempt 1 of 3')
  })

  test('sent blank names every question', async () => {
    const { form } = await atTheExam()
    const page = await (await form([])).text()
    expect((await elementsOf(page, '.error-summary a')).map(({ text }) => text)).toEqual([
      'Question 1: choose one answer',
      'Question 2: choose at least one answer',
    ])
  })

  test('says how many answers are missing where the question does', async () => {
    const { questions } = sampleExam(exam)
    const { form } = await atTheExam({
      questions: questions.map((question) => ({ ...question, stem: 'Which two signs? Select two.' })),
    })
    const page = await (await form([])).text()
    expect((await elementsOf(page, '.error-summary a')).map(({ text }) => text)).toEqual([
      'Question 1: choose one answer',
      'Question 2: choose two answers',
    ])
  })

  test.for([
    ['an unknown field', [['score', '100']]],
    ['a repeated attempt ID', [['attempt', crypto.randomUUID()]]],
    ['a field named like the list', [['answers', 'x']]],
    ['an unknown question', [['q.other', 'x']]],
  ] as const)('with %s is refused with a page', async ([, extra]) => {
    const { submit, version } = await atTheExam()
    const { attempt } = await rowCounts()
    const answer = await submit([
      ['attempt', crypto.randomUUID()],
      ['version', version],
      ['q.layers', 'lipid'],
      ['q.signs', 'halo'],
      ...extra,
    ])
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(await answer.text()).toMatch(/submission\/(invalid|unknown-question)/)
    expect(await rowCounts()).toMatchObject({ attempt })
  })
})

describe('a result', () => {
  test('of a failure says what passing takes, what is left, and which answers counted, without the key', async () => {
    const { id, get, form } = await atTheExam()
    const attempt = await attemptId(id, exam, 1)
    await form(wrongAnswers, attempt)
    const page = await get(`/my-cet/attempts/${attempt}/`)
    for (const words of [
      '0 of 2 correct',
      'To pass, 2 of 2 must be correct (60%).',
      'You have 2 attempts left, until the end of 28 December 2021.',
      'Choice aqueous',
      'Try the exam again',
      'appears here once you have passed',
    ])
      expect(page).toContain(words)
    expect(page).not.toContain('Choice lipid')
    expect(page).not.toContain(canary)
  })

  test('has a receipt to keep as a file, for its member alone', async () => {
    const { site, id, cookie, form } = await atTheExam()
    const attempt = await attemptId(id, exam, 1)
    await form(rightAnswers, attempt)
    const file = `/my-cet/attempts/${attempt}/receipt.txt`
    const answer = await site.fetch(file, { headers: { cookie } })
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="receipt-C-13861-O-D-attempt-1.txt"',
    )
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const text = await answer.text()
    expect(text).toContain('passed; 1 point, non-interactive')
    const stored = await (await site.fetch(`/api/attempts/${attempt}`, { headers: { cookie } })).json<{
      receipt: string
    }>()
    expect(text.trim().split('\n').at(-1)).toBe(stored.receipt)
    const { cookie: other } = await site.signIn()
    expect((await site.fetch(file, { headers: { cookie: other } })).status).toBe(404)
    expect((await site.fetch(file)).status).toBe(401)
  })
})

describe('explanations', () => {
  /** Everything that a member can ask for around an exam. */
  async function everything(
    { site, cookie, get }: Awaited<ReturnType<typeof atTheExam>>,
    attempts: readonly string[],
  ) {
    const pages = [
      '/',
      '/cet/active/',
      path,
      '/cet/active/tear-film/',
      '/my-cet/',
      '/.well-known/jwks.json',
      '/none/',
    ]
    const texts = await Promise.all([...pages, ...attempts.map((id) => `/my-cet/attempts/${id}/`)].map(get))
    for (const id of attempts)
      texts.push(await (await site.fetch(`/api/attempts/${id}`, { headers: { cookie } })).text())
    return texts.join('\n')
  }

  test('come after the last attempt and not before', async () => {
    const sitting = await atTheExam({ maxAttempts: 2 })
    const [one, two] = [crypto.randomUUID(), crypto.randomUUID()]
    expect(await everything(sitting, [])).not.toContain(canary)
    await sitting.form(wrongAnswers, one)
    expect(await everything(sitting, [one])).not.toContain(canary)
    expect(await (await sitting.form([])).text()).not.toContain(canary)
    await sitting.form(wrongAnswers, two)
    const last = await sitting.get(`/my-cet/attempts/${two}/`)
    expect(last).toContain(`${canary}: lipid is right`)
    expect(last).toContain('You have no attempts left.')
    expect(last).toContain('You have used all your attempts, so here is why')
  })

  test('come when the exam has closed', async () => {
    const sitting = await atTheExam()
    const attempt = crypto.randomUUID()
    await sitting.form(wrongAnswers, attempt)
    sitting.site.now = Date.parse('2021-12-29T00:00:00Z')
    await env.DB.prepare('UPDATE session SET started_at = ?1, last_seen_at = ?1 WHERE member = ?2')
      .bind(sitting.site.now, sitting.id)
      .run()
    const page = await sitting.get(`/my-cet/attempts/${attempt}/`)
    expect(page).toContain(canary)
    expect(page).toContain('The exam has closed, so here is why')
  })

  test('come never when the exam says so', async () => {
    const sitting = await atTheExam({ feedback: 'never' })
    const attempt = crypto.randomUUID()
    await sitting.form(rightAnswers, attempt)
    expect(await everything(sitting, [attempt])).not.toContain(canary)
  })

  test('stay where they are when a later version says never', async () => {
    const sitting = await atTheExam()
    const attempt = crypto.randomUUID()
    await sitting.form(rightAnswers, attempt)
    await sitting.site.release([{ version: sampleExam(exam, { feedback: 'never' }) }])
    expect(await everything(sitting, [attempt])).not.toContain(canary)
  })
})

describe('what a browser remembers', () => {
  test('goes by a key of the member that stays the same and names nobody', async () => {
    const { site, id, cookie } = await atTheExam()
    const keyOf = async (headers: HeadersInit, to: string) => {
      const [body] = await elementsOf(await (await site.fetch(to, { headers })).text(), 'body')
      return body?.attributes['data-member']
    }
    const key = await keyOf({ cookie }, path)
    expect(key).toMatch(/^[0-9a-f]{16}$/)
    expect(await keyOf({ cookie }, '/my-cet/')).toBe(key)
    expect(id.replaceAll('-', '')).not.toContain(key)
    const other = await site.signIn()
    expect(await keyOf({ cookie: other.cookie }, path)).not.toBe(key)
    expect(await keyOf({}, '/')).toBeUndefined()
  })
})

describe('a page', () => {
  test('says for print where it is from and when', async () => {
    const { get } = await atTheExam()
    const [printed] = await elementsOf(await get('/cet/active/tear-film/'), '[data-slot="printed"]')
    expect(printed?.text).toBe(`${origin}/cet/active/tear-film/, as it was on 4 October 2021 at 13:00`)
  })

  test('asks only strangers to sign in', async () => {
    const { site, get } = await atTheExam()
    expect(await elementsOf(await (await site.fetch('/')).text(), '[data-strangers]')).toHaveLength(1)
    expect(await elementsOf(await get('/'), '[data-strangers]')).toHaveLength(0)
  })
})

describe('the demonstration clock', () => {
  test('is told on every page, and only when there is one', async () => {
    const clock = { epoch: '2021-10-04T08:00:00Z', since: '2026-01-01T00:00:00Z' }
    const demo = openSite({ settings: settingsWith({ DEMO_CLOCK: JSON.stringify(clock) }) })
    const [shown] = await elementsOf(await (await demo.fetch('/')).text(), '[data-slot="clock"]')
    expect(shown?.text).toContain('4 October 2021 at 13:00')
    expect(shown?.attributes).not.toHaveProperty('hidden')
    const [hidden] = await elementsOf(await (await openSite().fetch('/')).text(), '[data-slot="clock"]')
    expect(hidden).toMatchObject({ text: '', attributes: { hidden: '' } })
  })
})
