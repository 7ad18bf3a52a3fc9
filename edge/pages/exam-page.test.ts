import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { type ExamVersion, shuffledOrder } from '../../core/index.ts'
import { attemptId } from '../exams/attempt-id.ts'
import { atTheExam, attemptOf, exam, path } from '../test-support/at-the-exam.ts'
import { elementsOf } from '../test-support/elements.ts'
import { failing } from '../test-support/failing-database.ts'
import { canary, rightAnswers, sampleExam, wrongAnswers } from '../test-support/sample-exam.ts'
import { openSite, origin, rowCounts } from '../test-support/site-under-test.ts'

type Sitting = Awaited<ReturnType<typeof atTheExam>>

/** Presses a button of the exam's page that asks for another part of it. */
async function show(
  { site, cookie, version }: Sitting,
  shown: string,
  fields: readonly (readonly [string, string])[] = [],
  headers: Record<string, string> = {},
): Promise<Response> {
  const sent = new URLSearchParams([['version', version], ...fields.map(([name, value]) => [name, value])])
  sent.set('show', shown)
  return sendAs({ site, cookie }, path, Array.from(sent), headers)
}

/** Sends fields of the exam's form, as whoever is signed in. */
function sendAs(
  { site, cookie }: Pick<Sitting, 'site' | 'cookie'>,
  to: string,
  fields: readonly (readonly [string, string])[],
  headers: Record<string, string> = {},
): Promise<Response> {
  return site.fetch(to, {
    method: 'POST',
    headers: {
      origin,
      cookie,
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
  })
}

/** What the browser would send of a page: every ticked input and hidden field. The fixture's version is a made-up one. */
async function fieldsOf(page: string, { version }: Sitting): Promise<[string, string][]> {
  const inputs = await elementsOf(page, 'form[data-exam] input')
  return inputs
    .filter(({ attributes }) => attributes['type'] === 'hidden' || 'checked' in attributes)
    .map(({ attributes }) => {
      const { name = '', value = '' } = attributes
      return [name, name === 'version' ? version : value]
    })
}

const choicesOf = async (page: string, question: string) =>
  (await elementsOf(page, `#q-${question} input`)).map(({ attributes }) => attributes['value'])

const shownQuestions = async (page: string) =>
  (await elementsOf(page, 'fieldset[data-question]'))
    .filter(({ attributes }) => !('hidden' in attributes))
    .map(({ attributes }) => attributes['data-question'])

/** The buttons that can be pressed, by their step, with what they ask for. */
const stepsOf = async (page: string) =>
  Object.fromEntries(
    (await elementsOf(page, 'button[data-step]'))
      .filter(({ attributes }) => !('hidden' in attributes))
      .map(({ attributes }) => [attributes['data-step'], attributes['value']]),
  )

describe('the order of choices', () => {
  test('is the attempt’s own: the same on every page of it, whatever is shown', async () => {
    const sitting = await atTheExam()
    const built = ['staining', 'breakup', 'halo']
    const expected = async (number: number) =>
      shuffledOrder(`${await attemptId(sitting.id, exam, number)}:signs`, 3).map((old) => built[old])
    for (const page of [
      await sitting.get(path),
      await sitting.get(path),
      await (await show(sitting, '2')).text(),
      await (await sitting.form([{ question: 'layers', choices: ['lipid'] }])).text(),
    ]) {
      expect(await choicesOf(page, 'signs')).toEqual(await expected(1))
    }
    await sitting.form(wrongAnswers)
    expect(await choicesOf(await sitting.get(path), 'signs')).toEqual(await expected(2))
  })

  test('differs between members, and each choice keeps its ID and its words', async () => {
    const seen = new Set<string>()
    for (let member = 0; member < 12; member += 1) {
      const page = await (await atTheExam()).get(path)
      seen.add((await choicesOf(page, 'signs')).join())
      const inputs = await elementsOf(page, '.choice input')
      const labels = await elementsOf(page, '.choice label')
      expect(labels.map(({ attributes }) => attributes['for'])).toEqual(
        inputs.map(({ attributes }) => attributes['id']),
      )
      const words = new Map(
        inputs.map(({ attributes }, place) => [attributes['value'], labels[place]?.text ?? '']),
      )
      expect(Object.fromEntries(words)).toEqual({
        lipid: 'Lipid &lt; all',
        aqueous: 'Aqueous',
        staining: 'Staining',
        breakup: 'Early break-up',
        halo: 'Haloes',
      })
      for (const { attributes } of inputs) {
        expect(attributes['id']).toBe(`${attributes['name']?.replace('q.', 'q-')}-${attributes['value']}`)
      }
    }
    expect(seen.size).toBeGreaterThan(1)
  })
})

describe('without script', () => {
  test('one question a page, back and forth, carries every answer along', async () => {
    const sitting = await atTheExam()
    const first = await (await show(sitting, '1')).text()
    expect(await shownQuestions(first)).toEqual(['layers'])
    expect(await stepsOf(first)).toEqual({ default: '2', switch: 'all', next: '2', review: 'review' })
    expect((await elementsOf(first, 'title'))[0]?.text).toBe('Question 1 of 2: Exam: tear film')
    const second = await (
      await show(sitting, '2', [...(await fieldsOf(first, sitting)), ['q.layers', 'aqueous']])
    ).text()
    expect(await shownQuestions(second)).toEqual(['signs'])
    expect(await stepsOf(second)).toEqual({ default: 'review', switch: 'all', back: '1', review: 'review' })
    const reviewed = [
      ...(await fieldsOf(second, sitting)),
      ['q.signs', 'halo'],
      ['q.signs', 'breakup'],
    ] as const
    const review = await (await show(sitting, 'review', reviewed)).text()
    expect(await shownQuestions(review)).toEqual([])
    expect(review).toContain('2 of 2 questions answered.')
    expect((await elementsOf(review, '.review-answer')).map(({ text }) => text).toSorted()).toEqual([
      'Aqueous',
      'Early break-up',
      'Haloes',
    ])
    expect((await elementsOf(review, '.review-stem'))[0]?.text).toBe('Which layer &amp; why?')
    expect(await stepsOf(review)).toEqual({ default: 'review', back: '2', send: undefined })
    const again = await (await show(sitting, '1', await fieldsOf(review, sitting))).text()
    expect(
      (await elementsOf(again, 'input[checked]')).map(({ attributes }) => attributes['id']).toSorted(),
    ).toEqual(['q-layers-aqueous', 'q-signs-breakup', 'q-signs-halo'])
    const sent = await sitting.submit(await fieldsOf(review, sitting))
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe(`/my-cet/attempts/${await attemptId(sitting.id, exam, 1)}/`)
  })

  test('the review names what is open, and sending it leads there with nothing lost or recorded', async () => {
    const sitting = await atTheExam()
    const before = await rowCounts()
    const review = await (
      await show(sitting, 'review', [
        ['q.signs', 'halo'],
        ['view', 'one'],
      ])
    ).text()
    expect(review).toContain('1 of 2 questions answered.')
    expect(review).toContain('Not answered')
    expect(review).toContain('attempt 1 of 3')
    const changes = await elementsOf(review, '.review-list button')
    expect(changes.map(({ attributes, text }) => [attributes['value'], text])).toEqual([
      ['1', 'Answer question 1'],
      ['2', 'Change question 2'],
    ])
    expect(changes[0]?.attributes['formaction']).toBe(`${path}#q-layers`)
    const back = await sitting.submit(await fieldsOf(review, sitting))
    expect(back.status).toBe(422)
    expect((await elementsOf(await back.text(), 'input[checked]'))[0]?.attributes['id']).toBe('q-signs-halo')
    expect(await rowCounts()).toEqual(before)
  })

  test('a page that the form asked for says which Back leads back, and only to browsers without script', async () => {
    const sitting = await atTheExam()
    const said = async (page: string) =>
      (await elementsOf(page, 'form[data-exam] noscript[data-part="back-here"]')).length
    expect(await said(await sitting.get(path))).toBe(0)
    for (const shown of ['1', 'all', 'review']) {
      expect(await said(await (await show(sitting, shown)).text()), shown).toBe(1)
    }
    expect(await said(await (await sitting.form([])).text())).toBe(1)
    await sitting.form(rightAnswers)
    expect(await said(await (await show(sitting, '1')).text())).toBe(0)
  })

  test.for([
    ['a question that the exam does not have', '3'],
    ['no question at all', '../..'],
    ['question zero', '0'],
  ] as const)('%s shows all of them', async ([, shown]) => {
    const page = await (await show(await atTheExam(), shown, [['q.signs', 'halo']])).text()
    expect(await shownQuestions(page)).toEqual(['layers', 'signs'])
    expect(await elementsOf(page, 'input[checked]')).toHaveLength(1)
  })

  test('answers that nobody was asked for are left out, as text never as markup', async () => {
    const page = await (
      await show(await atTheExam(), 'review', [
        ['q.<b>', '"><script>'],
        ['q.layers', '<script>alert(1)</script>'],
        ['attempt', '"><script>'],
        ['view', '"><script>'],
      ])
    ).text()
    expect(await elementsOf(page, 'main script')).toEqual([])
    expect(page).toContain('0 of 2 questions answered.')
  })

  test('another site cannot turn the page', async () => {
    const answer = await show(await atTheExam(), '2', [], { origin: 'https://evil.example' })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('request/cross-site')
  })

  test('what cannot be sent cannot be walked through either', async () => {
    const sitting = await atTheExam()
    await sitting.form(rightAnswers)
    const page = await (await show(sitting, 'review')).text()
    expect(page).toContain('data-refused="submission/already-passed"')
    expect(await elementsOf(page, 'form[data-exam] button')).toEqual([])
  })
})

describe('without script, after the session has ended', () => {
  const fields = [
    ['q.layers', 'lipid'],
    ['q.signs', 'halo'],
    ['other', '"><script>'],
  ] as const

  test('the answers are on the page that asks to sign in, and go on from there', async () => {
    const sitting = await atTheExam()
    for (const cookie of ['', `__Host-session=${'a'.repeat(43)}`]) {
      const answer = await show({ ...sitting, cookie }, '2', fields)
      expect(answer.status).toBe(401)
      const page = await answer.text()
      expect((await elementsOf(page, 'main form'))[0]?.attributes).toEqual({
        method: 'post',
        action: path,
        target: '_self',
      })
      const carried = (await elementsOf(page, 'main input')).map(({ attributes }) => [
        attributes['name'],
        attributes['value'],
      ])
      expect(carried).toEqual([
        ['version', sitting.version],
        ['q.layers', 'lipid'],
        ['q.signs', 'halo'],
        ['show', '2'],
      ])
      expect(await elementsOf(page, 'main script')).toEqual([])
      const on = await sitting.site.fetch(path, {
        method: 'POST',
        headers: {
          origin,
          cookie: sitting.cookie,
          accept: 'text/html',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(carried.map(([name = '', value = '']) => [name, value])).toString(),
      })
      expect(await elementsOf(await on.text(), 'input[checked]')).toHaveLength(2)
    }
  })

  test('another site cannot have its fields written into a page of ours', async () => {
    const sitting = await atTheExam()
    const page = await (
      await show({ ...sitting, cookie: '' }, '2', fields, { origin: 'https://evil.example' })
    ).text()
    expect(await elementsOf(page, 'main input')).toEqual([])
  })
})

/** The form's fields of a page of the sitting, with all the right answers. */
async function answeredFields(sitting: Sitting): Promise<[string, string][]> {
  return [
    ...(await fieldsOf(await sitting.get(path), sitting)),
    ...rightAnswers.flatMap(({ question, choices }) =>
      choices.map((choice): [string, string] => [`q.${question}`, choice]),
    ),
  ]
}

/** What a page of a problem holds of a form, and where it would send that. */
async function waitingIn(page: string) {
  const forms = await elementsOf(page, 'main form')
  const inputs = await elementsOf(page, 'main form input[type="hidden"]')
  return {
    action: forms.at(-1)?.attributes['action'],
    fields: inputs.map(({ attributes }): [string, string] => [
      attributes['name'] ?? '',
      attributes['value'] ?? '',
    ]),
  }
}

describe('without script, answers that cannot be taken for now', () => {
  const api = `/api/exams/${exam}/attempts`
  const cases = [
    ['submission/foreign-attempt', 409, { name: 'Desmond <b>' }],
    ['session/not-entitled', 403, { name: 'Desmond <b>', entitlement: undefined }],
  ] as const

  test.for(cases)(
    '%s: they wait in the page, and count for who gave them',
    async ([code, status, profile]) => {
      const sitting = await atTheExam()
      const other = { site: sitting.site, ...(await sitting.site.signIn(profile)) }
      const answered = await answeredFields(sitting)
      for (const [to, fields] of [
        [path, [...answered, ['show', 'review']]],
        [api, answered],
      ] as const) {
        const before = await rowCounts()
        const answer = await sendAs(other, to, fields as [string, string][])
        expect(answer.status).toBe(status)
        const page = await answer.text()
        expect(page).toContain(code)
        expect(page).toContain('no attempt has been used')
        expect(page).toContain('Desmond &lt;b&gt;')
        expect(await waitingIn(page)).toEqual({ action: to, fields })
        expect(await rowCounts()).toEqual(before)
      }
      const page = await (await sendAs(other, api, answered)).text()
      const { action = '', fields } = await waitingIn(page)
      const own = await sendAs(sitting, action, fields)
      expect(own.status).toBe(303)
      expect(own.headers.get('location')).toBe(`/my-cet/attempts/${await attemptId(sitting.id, exam, 1)}/`)
    },
  )

  test('nothing leads away from them in their own tab, the site’s header no more than the page', async () => {
    const sitting = await atTheExam()
    const answered = await answeredFields(sitting)
    const outsider = await sitting.site.signIn({ entitlement: undefined })
    const other = await sitting.site.signIn()
    const busy = openSite({ db: failing(1, 'before', 'D1_ERROR: D1 DB is overloaded.') })
    for (const [who, named] of [
      [{ site: sitting.site, cookie: '' }, 'Sign in'],
      [{ site: sitting.site, ...outsider }, 'Sign out'],
      [{ site: sitting.site, ...other }, 'Sign out'],
      [{ site: busy, cookie: sitting.cookie }, 'Sign in'],
    ] as const) {
      const page = await (await sendAs(who, api, answered)).text()
      expect((await elementsOf(page, '[data-slot="member"]'))[0]?.text).toContain(named)
      expect((await elementsOf(page, 'head base'))[0]?.attributes).toEqual({ target: '_blank' })
      const inTab = [
        ...(await elementsOf(page, 'a[target="_self"]')),
        ...(await elementsOf(page, 'form[target="_self"]')),
      ]
      expect(inTab.map(({ attributes: { href, action } }) => href ?? action)).toEqual(['#main', api])
      expect(page).toContain('Whatever else leads away from this page opens in a new tab')
    }
    const nothing = await sendAs({ site: sitting.site, cookie: '' }, api, answered, {
      origin: 'https://evil.example',
    })
    expect(await elementsOf(await nothing.text(), 'head base')).toEqual([])
  })

  test('whose page it was leads to signing out beside it, not away from it', async () => {
    const sitting = await atTheExam()
    const other = await sitting.site.signIn()
    const page = await (await sendAs({ ...sitting, ...other }, api, await answeredFields(sitting))).text()
    expect((await elementsOf(page, 'main form[action="/sign-out"]'))[0]?.attributes).toMatchObject({
      method: 'post',
      target: '_blank',
    })
    for (const { attributes } of await elementsOf(page, 'main .panel a')) {
      expect(attributes['target']).toBe('_blank')
    }
  })

  test.for([
    ['server/busy', 503, 'D1_ERROR: D1 DB is overloaded.'],
    ['server/unexpected', 500, 'D1_ERROR: no such table: x'],
  ] as const)('%s: the same can be sent again, and counts once', async ([code, status, message]) => {
    for (const call of [1, 2]) {
      for (const when of ['before', 'after'] as const) {
        const sitting = await atTheExam()
        const bad = () => ({ site: openSite({ db: failing(call, when, message) }), cookie: sitting.cookie })
        const answered = await answeredFields(sitting)
        const turned = await sendAs(bad(), path, [...answered, ['show', 'review']])
        expect(turned.status).toBe(status)
        expect((await waitingIn(await turned.text())).fields).toEqual([...answered, ['show', 'review']])
        const sent = await sendAs(bad(), api, answered)
        expect(sent.status).toBe(status)
        const page = await sent.text()
        expect(page).toContain(code)
        const { action = '', fields } = await waitingIn(page)
        expect(fields).toEqual(answered)
        expect((await sendAs(sitting, action, fields)).status).toBe(303)
        expect(await sitting.get('/my-cet/')).toContain('data-points="1"')
      }
    }
  })

  test('another site cannot have its fields written into any of these pages', async () => {
    const sitting = await atTheExam()
    const outsider = { site: sitting.site, ...(await sitting.site.signIn({ entitlement: undefined })) }
    for (const to of [path, api]) {
      const answer = await sendAs(outsider, to, [['q.layers', 'lipid']], { origin: 'https://evil.example' })
      expect(answer.status).toBe(403)
      expect(await elementsOf(await answer.text(), 'main input')).toEqual([])
    }
  })
})

describe('two members in one browser', () => {
  /** A page of the first member, answered, and the second one, who signed in beside it. */
  async function twoMembers() {
    const sitting = await atTheExam()
    const other = await sitting.site.signIn({ name: 'Desmond Sample' })
    return { sitting, other: { ...sitting, ...other }, answered: await answeredFields(sitting) }
  }

  test.for(['review', 'all', '1'])(
    'what one answered does not become the other’s by asking for %s',
    async (shown) => {
      const { sitting, other, answered } = await twoMembers()
      const before = await rowCounts()
      const answer = await show(other, shown, answered)
      expect(answer.status).toBe(409)
      const page = await answer.text()
      expect(page).toContain('submission/foreign-attempt')
      expect(page).not.toContain(await attemptId(other.id, exam, 1))
      expect(await rowCounts()).toEqual(before)
      const own = await (await show(sitting, shown, answered)).text()
      expect(await attemptOf(own)).toBe(await attemptId(sitting.id, exam, 1))
      expect(await elementsOf(own, 'input[checked]')).toHaveLength(3)
    },
  )

  test('nor where the session ended in between: only who answered goes on from there', async () => {
    const { sitting, other, answered } = await twoMembers()
    const ended = await (await show({ ...sitting, cookie: '' }, 'review', answered)).text()
    const kept = (await elementsOf(ended, 'main input')).map(
      ({ attributes }) => [attributes['name'] ?? '', attributes['value'] ?? ''] as const,
    )
    expect((await show(other, 'review', kept)).status).toBe(409)
    const own = await show(sitting, 'review', kept)
    expect(own.status).toBe(200)
    expect(await own.text()).toContain('2 of 2 questions answered.')
  })
})

describe('an attempt that is recorded from elsewhere', () => {
  test('with equal answers leads both devices to the one result', async () => {
    const sitting = await atTheExam()
    const [phone, desk] = [await sitting.get(path), await sitting.get(path)]
    const answered = async (page: string) => [
      ...(await fieldsOf(page, sitting)),
      ...rightAnswers.flatMap(({ question, choices }) =>
        choices.map((choice) => [`q.${question}`, choice] as const),
      ),
    ]
    const sent = await Promise.all([phone, desk].map(async (page) => sitting.submit(await answered(page))))
    expect(sent.map(({ status }) => status)).toEqual([303, 303])
    expect(sent[0]?.headers.get('location')).toBe(sent[1]?.headers.get('location'))
    expect(await sitting.get('/my-cet/')).toContain('data-points="1"')
  })

  test('with others says which counted, keeps these, and offers the next attempt', async () => {
    const sitting = await atTheExam()
    const desk = await attemptOf(await sitting.get(path))
    await sitting.form(wrongAnswers, desk)
    const before = await rowCounts()
    const answer = await sitting.form(rightAnswers, desk)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    const [panel] = await elementsOf(page, '[data-uncounted]')
    expect(panel?.attributes['data-uncounted']).toBe('submission/attempt-id-reused')
    expect(panel?.text).toContain(
      'Attempt 1 was recorded on 4 October 2021 at 13:00 with other answers, sent earlier from here or from another tab or device.',
    )
    expect(panel?.text).toContain('You have 2 attempts left.')
    expect(page).toContain(`href="/my-cet/attempts/${desk}/"`)
    expect(
      (await elementsOf(page, 'input[checked]')).map(({ attributes }) => attributes['value']).toSorted(),
    ).toEqual(['breakup', 'lipid', 'staining'])
    expect(await attemptOf(page)).toBe(await attemptId(sitting.id, exam, 2))
    expect(page).toContain('attempt 2 of 3')
    expect(page).not.toContain(canary)
    expect(await rowCounts()).toEqual(before)
    const next = await sitting.submit(await fieldsOf(page, sitting))
    expect(next.headers.get('location')).toBe(`/my-cet/attempts/${await attemptId(sitting.id, exam, 2)}/`)
  })

  test('is told as soon as the page is turned', async () => {
    const sitting = await atTheExam()
    const first = await sitting.get(path)
    await sitting.form(wrongAnswers, await attemptOf(first))
    const page = await (
      await show(sitting, '2', [...(await fieldsOf(first, sitting)), ['q.layers', 'lipid']])
    ).text()
    expect((await elementsOf(page, '[data-uncounted]'))[0]?.text).toContain('Those answers counted.')
    expect(await attemptOf(page)).toBe(await attemptId(sitting.id, exam, 2))
    expect(await elementsOf(page, 'input[checked]')).toHaveLength(1)
  })

  test('and passed leaves nothing to send', async () => {
    const sitting = await atTheExam()
    const desk = await attemptOf(await sitting.get(path))
    await sitting.form(rightAnswers, desk)
    const page = await (await sitting.form(wrongAnswers, desk)).text()
    expect((await elementsOf(page, '[data-uncounted]'))[0]?.text).toContain('You have passed the exam')
    expect(await elementsOf(page, 'form[data-exam] button')).toEqual([])
  })
})

describe('a page of an older version', () => {
  test('that the Worker knows is graded by it', async () => {
    const sitting = await atTheExam()
    const attempt = await attemptId(sitting.id, exam, 1)
    await sitting.site.release([{ version: sampleExam(exam, { title: 'A new title' }) }])
    const answer = await sitting.form(rightAnswers, attempt)
    expect(answer.status).toBe(303)
    expect(await sitting.get(`/my-cet/attempts/${attempt}/`)).toContain('2 of 2 correct')
  })

  test('that is unknown comes back with the answers that still fit', async () => {
    const sitting = await atTheExam()
    const before = await rowCounts()
    const answer = await sitting.submit([
      ['attempt', crypto.randomUUID()],
      ['version', 'f'.repeat(64)],
      ['q.layers', 'lipid'],
      ['q.gone', 'x'],
    ])
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('data-uncounted="submission/unknown-version"')
    expect(page).toContain('Look over your answers on the exam as it is now, and send them again.')
    expect((await elementsOf(page, '[data-carried]'))[0]?.attributes['data-carried']).toBe('1')
    expect((await elementsOf(page, 'input[checked]'))[0]?.attributes['id']).toBe('q-layers-lipid')
    expect(await rowCounts()).toEqual(before)
  })
})

test('the exam that closed while somebody was answering says so and records nothing', async () => {
  const sitting = await atTheExam()
  const attempt = await attemptOf(await sitting.get(path))
  const before = await rowCounts()
  sitting.site.now = Date.parse('2021-12-29T00:00:00Z')
  await env.DB.prepare('UPDATE session SET started_at = ?1, last_seen_at = ?1 WHERE member = ?2')
    .bind(sitting.site.now, sitting.id)
    .run()
  const answer = await sitting.site.fetch(`/api/exams/${exam}/attempts`, {
    method: 'POST',
    headers: {
      origin,
      cookie: sitting.cookie,
      accept: 'application/json',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ attempt, version: sitting.version, answers: rightAnswers }),
  })
  expect(await answer.json()).toMatchObject({
    code: 'submission/closed',
    detail: 'The exam closed at the end of 28 December 2021 (UK time).',
  })
  expect(await rowCounts()).toMatchObject({ attempt: before['attempt'], award: before['award'] })
})

describe('without script, answers to an exam that cannot be sat any more', () => {
  /** Puts the clock behind the last day, with the member still signed in. */
  async function closeFor({ site, id }: Sitting) {
    site.now = Date.parse('2021-12-29T00:00:00Z')
    await env.DB.prepare('UPDATE session SET started_at = ?1, last_seen_at = ?1 WHERE member = ?2')
      .bind(site.now, id)
      .run()
  }
  const cases: readonly (readonly [string, Partial<ExamVersion>, (sitting: Sitting) => Promise<unknown>])[] =
    [
      ['submission/closed', {}, closeFor],
      ['submission/already-passed', {}, ({ form }) => form(rightAnswers)],
      ['submission/no-attempts-left', { maxAttempts: 1 }, ({ form }) => form(wrongAnswers)],
    ]

  test.for(cases)(
    '%s: it says that they did not count, and they can be read',
    async ([code, changes, end]) => {
      const sitting = await atTheExam(changes)
      const fields = await answeredFields(sitting)
      const given = fields.map(([name, value]): [string, string] => [
        name,
        // Not an attempt that is recorded: that one would be answered with what it was.
        name === 'attempt' ? crypto.randomUUID() : value,
      ])
      await end(sitting)
      const before = await rowCounts()
      for (const [answer, status] of [
        [await sitting.submit(given), 409],
        [await show(sitting, 'review', given), 200],
      ] as const) {
        expect(answer.status).toBe(status)
        const page = await answer.text()
        const [told] = await elementsOf(page, '[data-uncounted]')
        expect(told?.attributes['data-uncounted']).toBe(code)
        expect(told?.text).toContain('Your answers were not counted')
        expect(page).toContain(`data-refused="${code}"`)
        expect(await elementsOf(page, 'input[checked]')).toHaveLength(3)
        expect(await elementsOf(page, 'form[data-exam] button')).toEqual([])
        expect(page).not.toContain(canary)
      }
      expect(await rowCounts()).toEqual(before)
    },
  )
})

test('tells script the time, the deadline and the attempt by the server', async () => {
  const { site, get } = await atTheExam()
  const [form] = await elementsOf(await get(path), 'form[data-exam]')
  expect(form?.attributes).toMatchObject({
    'data-now': String(site.now),
    'data-zone': 'Europe/London',
    'data-closes': '28 December 2021',
    'data-number': '1',
    'data-max': '3',
  })
})
