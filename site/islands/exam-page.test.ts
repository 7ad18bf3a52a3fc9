import type { ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accessibilityFaults } from '../../tests/support/axe.ts'
import { launchChromium } from '../../tests/support/chromium.ts'
import { spokenFocus } from '../../tests/support/spoken.ts'
import { type ServedSite, servedSite } from '../test-support/served-site.ts'

// The built exam page in a real browser. The Worker has tests and journeys of its own; here its replies are lost,
// delayed and refused on purpose, which a real one would not do on demand.
type Reply = (response: ServerResponse) => void

const path = '/cet/active/red-eye/exam/'
const at = Date.parse('2021-10-04T13:30:00Z')

const json =
  (status: number, body: object): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
// Begins to answer before it breaks off: a connection that closes without a word is tried again by the browser itself.
const drop: Reply = (response) => {
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': 500 }).write('{')
  setTimeout(() => response.destroy(), 20)
}
const resultPath = '/my-cet/attempts/1/'
const recorded: Reply = (response) =>
  json(201, { receipt: 'r', result: { attempt: sent.at(-1)?.attempt }, resultPath })(response)
const filled = '11111111-1111-4111-8111-111111111111'
const second = '22222222-2222-8222-8222-222222222222'

let site: ServedSite
let browser: Browser
let page: Page
let replies: Reply[]
let sent: { attempt: string; version: string; answers: unknown }[]
let complaints: string[]
let pageInParts: ((response: ServerResponse) => Promise<void>) | undefined
/** What the Worker writes on the form, where a test wants it otherwise. `refused`: it has taken the buttons away. */
let written: {
  refused?: string
  member?: string
  attempt?: string
  number?: number
  version?: string
  checked?: string
  /** It says itself that the exam was changed. */
  carried?: boolean
  /** The connection breaks off in the middle of this. */
  until?: string
}

beforeAll(async () => {
  site = await servedSite(async (request, response): Promise<void> => {
    // The page itself, asked for again with its answers.
    if (request.url === path && pageInParts !== undefined) return pageInParts(response)
    if (request.url === path) return void response.end('<!doctype html>asked for again')
    sent.push(JSON.parse(await text(request)))
    const reply = replies.shift() ?? drop
    reply(response)
  })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

beforeEach(async () => {
  replies = []
  sent = []
  complaints = []
  pageInParts = undefined
  written = {}
  page = await (await browser.newContext()).newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await fill(page.context())
  await open()
})
afterEach(async () => {
  await page.context().close()
})

/** Lets every exam page of a browser arrive as the Worker would fill it. */
async function fill(context: BrowserContext) {
  await context.route(`**${resultPath}`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
  )
  await context.route(`**${path}`, async (route) => {
    if (route.request().method() !== 'GET') return route.continue()
    const answer = await route.fetch()
    const { member = 'm1', attempt = filled, number = 1, version, checked, carried, refused, until } = written
    const whole = await answer.text()
    const body = (until === undefined ? whole : whole.slice(0, whole.indexOf(until) + until.length))
      .replace('name="attempt" value=""', `name="attempt" value="${attempt}"`)
      .replace(/(name="version" value=")[0-9a-f]+/, (all, before) => (version ? before + version : all))
      .replace(`id="${checked}"`, '$& checked')
      .replace(/<button.*?<\/button>/gs, (button) => (refused && button.includes('data-step') ? '' : button))
      .replace('<form class="exam"', refused ? `<div data-refused="${refused}"></div>$&` : '$&')
      .replace('<form class="exam"', carried ? '<div data-carried="0"></div>$&' : '$&')
      .replace('<body', `$& data-member="${member}"`)
      .replace(
        '<form class="exam"',
        `$& data-now="${at}" data-zone="Europe/London" data-closes="28 December 2021" data-number="${number}" data-max="3"`,
      )
    await route.fulfill({ response: answer, body })
  })
}
async function open(tab = page) {
  await tab.goto(`${site.origin}${path}`)
  await tab.getByText(/^\d of 2 answered/).waitFor()
}
/** Opens the page on a connection that has brought no script yet. @returns lets it arrive */
async function openWithoutScript(): Promise<() => void> {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
  await page.route('**/_astro/*.js', async (route) => {
    await arrived
    await route.continue()
  })
  await page.goto(`${site.origin}${path}`, { waitUntil: 'commit' })
  return arrive
}
const review = (tab = page) => tab.locator('[data-step="review"]').click()
async function send(tab = page) {
  await review(tab)
  await tab.getByRole('button', { name: 'Send my answers' }).click()
}
async function answerAll(tab = page) {
  await tab.locator('#q-q-single-b').check()
  await tab.locator('#q-q-multiple-b').check()
}
/** Lets the page come from now on as on a bad connection: its first question, and the rest when it is let go. */
async function openInParts(tab: Page): Promise<() => void> {
  const whole = await (await fetch(`${site.origin}${path}`)).text()
  const cut = whole.indexOf('<fieldset', whole.indexOf('<fieldset') + 1)
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
  pageInParts = async (response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).write(whole.slice(0, cut))
    await arrived
    response.end(whole.slice(cut))
  }
  await tab.goto(`${site.origin}/cet/`)
  await tab.setContent(`<form method="post" action="${path}"><button>Go on</button></form>`)
  await tab.getByRole('button').click({ noWaitAfter: true })
  return arrive
}
/** What is shown takes the focus a moment after it is there. */
const expectFocus = (locator: Locator) =>
  expect
    .poll(() => locator.evaluate((element) => element === document.activeElement), { timeout: 10_000 })
    .toBe(true)
const told = (tab = page) => tab.locator('.told')
async function expectClosed() {
  expect(await page.locator('form.exam button').count()).toBe(0)
  expect(await page.locator('form.exam .choice input:enabled').count()).toBe(0)
  expect(await page.getByText(/of 2 answered/).count()).toBe(0)
}
const panel = (outcome: string) => page.locator(`[data-outcome="${outcome}"]`)

test('what the Worker wrote into the form stays when script takes over', async () => {
  expect(await page.locator('input[name="attempt"]').inputValue()).toBe(filled)
  expect(await page.getByText('0 of 2 answered').count()).toBe(1)
  expect(complaints).toEqual([])
})

test('counts answers, and leads to what is missing before anything is sent', async () => {
  await page.locator('#q-q-multiple-a').check()
  await page.getByText('1 of 2 answered').waitFor()
  await send()
  const summary = page.locator('.error-summary')
  await summary.waitFor()
  await expectFocus(summary)
  expect(await summary.getByRole('link').allTextContents()).toEqual(['Question 1: choose one answer'])
  await summary.getByRole('link').click()
  expect(await page.locator('#q-q-single-error').textContent()).toBe('Choose one answer')
  expect(await page.locator('#q-q-multiple-error').isVisible()).toBe(false)
  await expectFocus(page.locator('#q-q-single-a'))
  await page.locator('#q-q-single-a').check()
  expect(await page.locator('#q-q-single-error').isVisible()).toBe(false)
  expect(sent).toEqual([])
})

test('sends by choice key, under the attempt that the Worker filled in, and goes to the result', async () => {
  replies = [recorded]
  await answerAll()
  await page.locator('#q-q-multiple-c').check()
  await send()
  await page.waitForURL(`**${resultPath}`)
  expect(sent).toEqual([
    {
      attempt: filled,
      version: 'ab'.repeat(32),
      answers: [
        { question: 'q-single', choices: ['b'] },
        { question: 'q-multiple', choices: ['b', 'c'] },
      ],
    },
  ])
})

test('without script nothing sends the form before it is whole, or answers further down would be left out', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const slow = await context.newPage()
  const arrive = await openInParts(slow)
  await slow.getByText('A single question?').waitFor()
  const label = slow.getByText('Choice b').first()
  await label.click()
  const steps = slow.locator('form.exam [data-step="switch"]')
  expect(await steps.count()).toBe(1)
  expect(await steps.isVisible()).toBe(false)
  expect(await slow.locator('form.exam .choice input:visible').count()).toBe(0)
  arrive()
  await steps.waitFor()
  expect(await slow.locator('#q-q-single-b').isChecked()).toBe(true)
  expect(await slow.locator('form.exam .choice input:visible').count()).toBeGreaterThan(3)
  await context.close()
})

describe('walking through', () => {
  const visible = () => page.locator('fieldset[data-question]:visible').count()

  test('one question at a time, to the review and back, without asking the server', async () => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.getByRole('button', { name: 'Show one question at a time' }).click()
    expect(await visible()).toBe(1)
    await page.locator('#q-q-single-b').check()
    await page.getByRole('button', { name: 'Next question' }).click()
    await expectFocus(page.locator('#q-q-multiple'))
    expect(await page.getByRole('button', { name: 'Next question' }).isVisible()).toBe(false)
    await review()
    const list = page.locator('.review-list li')
    expect(await list.allInnerTexts()).toEqual([
      expect.stringMatching(/A single question\?\s+Choice b\s+Change/),
      expect.stringMatching(/A multiple question\?\s+Not answered\s+Answer/),
    ])
    await expectFocus(page.getByRole('heading', { name: 'Review your answers' }))
    await page.getByRole('button', { name: 'Answer question 2' }).click()
    expect(await page.locator('#q-q-multiple').isVisible()).toBe(true)
    // The telephone's own way back.
    await page.goBack()
    await page.getByRole('heading', { name: 'Review your answers' }).waitFor()
    await page.goBack()
    expect(await page.locator('#q-q-multiple').isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await page.locator('#q-q-single-b').isChecked()).toBe(true)
    expect(asked).toEqual([])
    expect(complaints).toEqual([])
  })

  test('Enter in a question turns the page and never sends', async () => {
    await answerAll()
    await page.locator('#q-q-single-b').press('Enter')
    await page.getByRole('heading', { name: 'Review your answers' }).waitFor()
    expect(sent).toEqual([])
  })

  test('a link within the page moves the focus alone', async () => {
    await page.getByRole('button', { name: 'Show one question at a time' }).click()
    await page.getByRole('button', { name: 'Next question' }).click()
    await page.locator('.skip-link').press('Enter')
    await expectFocus(page.getByRole('main'))
    expect(await page.locator('#q-q-multiple').isVisible()).toBe(true)
    expect(await visible()).toBe(1)
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await page.goBack()
    expect(await page.locator('#q-q-multiple').isVisible()).toBe(true)
  })

  test('the way back leads to the view that was left, too', async () => {
    await answerAll()
    await page.getByRole('button', { name: 'Show one question at a time' }).click()
    await page.goBack()
    expect(await visible()).toBe(2)
    await review()
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await visible()).toBe(2)
  })

  test('the way back leaves all questions of an exam that is over', async () => {
    written = { refused: 'submission/already-passed' }
    await page.goto(`${site.origin}${path}`)
    await page.evaluate(() => {
      for (const stage of [1, 2]) history.pushState({ stage, view: 'one' }, '')
    })
    await page.goBack()
    expect(await visible()).toBe(2)
  })

  test('without script the part that was asked for is not coloured like a passage that was looked up', async () => {
    for (const part of ['review', 'q-q-single']) {
      await page.goto(`${site.origin}/cet/`)
      await page.goto(`${site.origin}${path}#${part}`)
      const colour = page.locator(`#${part}`).evaluate((element) => getComputedStyle(element).backgroundColor)
      expect(await colour, part).toBe('rgba(0, 0, 0, 0)')
    }
  })

  test('on paper all questions stand, and nothing to press', async () => {
    await answerAll()
    await page.getByRole('button', { name: 'Show one question at a time' }).click()
    await page.emulateMedia({ media: 'print' })
    expect(await visible()).toBe(2)
    expect(await page.locator('main button:not(.visually-hidden):visible').count()).toBe(0)
  })

  test('the choice of view stays on the device', async () => {
    await page.getByRole('button', { name: 'Show one question at a time' }).click()
    await open()
    await page.getByRole('button', { name: 'Show all questions on one page' }).waitFor()
    expect(await visible()).toBe(1)
    await page.getByRole('button', { name: 'Show all questions on one page' }).click()
    await open()
    expect(await visible()).toBe(2)
  })
})

describe('answers on this device', () => {
  test('come back after a reload, at the time of the server, and can be cleared and brought back', async () => {
    await answerAll()
    await page.getByText('2 of 2 answered, kept on this device').waitFor()
    await open()
    await told().getByText('Your answers from 14:30 were restored on this device.').waitFor()
    expect(await page.locator('#q-q-single-b').isChecked()).toBe(true)
    await told().getByRole('button', { name: 'Clear my answers' }).click()
    await page.getByText('0 of 2 answered').waitFor()
    await told().getByRole('button', { name: 'Undo' }).click()
    await page.getByText('2 of 2 answered').waitFor()
    await told().getByText('Your answers are back.').waitFor()
    await open()
    await page.getByText('2 of 2 answered').waitFor()
  })

  test('that were given after the others were cleared stay when these come back', async () => {
    await answerAll()
    await page.getByRole('button', { name: 'Clear my answers' }).click()
    await expectFocus(told())
    await page.locator('#q-q-single-c').check()
    await told().getByRole('button', { name: 'Undo' }).click()
    await page.getByText('2 of 2 answered').waitFor()
    expect(await page.locator('#q-q-single-c').isChecked()).toBe(true)
    expect(await page.locator('#q-q-multiple-b').isChecked()).toBe(true)
  })

  test('keep the time at which they were given while pages are turned', async () => {
    await answerAll()
    const [key = ''] = await page.evaluate(() =>
      Object.keys(localStorage).filter((each) => each.startsWith('exam-draft')),
    )
    const draftAt = () => page.evaluate((of) => JSON.parse(localStorage.getItem(of) ?? '{}').at, key)
    const given = await draftAt()
    await open()
    await review()
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await draftAt()).toBe(given)
    await page.locator('#q-q-single-c').check()
    expect(await draftAt()).not.toBe(given)
  })

  test('are kept as soon as script arrives, if they were made before', async () => {
    const arrive = await openWithoutScript()
    const stored = () => page.evaluate(() => localStorage.length)
    await answerAll()
    expect(await stored()).toBe(0)
    arrive()
    await page.getByText('2 of 2 answered, kept on this device').waitFor()
    await open()
    await page.getByText('2 of 2 answered, kept on this device').waitFor()
    expect(await page.locator('#q-q-single-b').isChecked()).toBe(true)
    expect(complaints).toEqual([])
  })

  test('are not left for the review while a member is making them', async () => {
    await answerAll()
    await review()
    const arrive = await openWithoutScript()
    await page.locator('#q-q-single-b').check()
    arrive()
    await told().getByText('restored').waitFor()
    expect(await page.locator('fieldset[data-question]:visible').count()).toBe(2)
    await expectFocus(page.locator('#q-q-single-b'))
  })

  test('that the Worker wrote into the page are kept with the others, and an empty page takes none away', async () => {
    await answerAll()
    written = { checked: 'q-q-single-c' }
    await open()
    await page.getByText('2 of 2 answered, kept on this device').waitFor()
    written = {}
    await open()
    await page.getByText('2 of 2 answered, kept on this device').waitFor()
    expect(await page.locator('#q-q-single-c').isChecked()).toBe(true)
    expect(await page.locator('#q-q-multiple-b').isChecked()).toBe(true)
  })

  test('are not said to be lost where only the place in them cannot be kept', async () => {
    await answerAll()
    await page.getByText('2 of 2 answered, kept on this device').waitFor()
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await review()
    await page.getByRole('heading', { name: 'Review your answers' }).waitFor()
    await page.getByText('2 of 2 answered, kept on this device').waitFor()
    // And nobody is asked whether to leave.
    await open()
    await page.getByText('2 of 2 answered, kept on this device').waitFor()
  })

  test('come back with the place where they were made', async () => {
    await page.locator('#q-q-multiple-b').check()
    await open()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    await told().getByRole('link', { name: 'Go to question 2, where you stopped' }).click()
    await expectFocus(page.locator('#q-q-multiple'))
    await page.locator('#q-q-single-b').check()
    await open()
    await told().getByText('restored').waitFor()
    expect(await told().getByRole('link').count()).toBe(0)
    await review()
    await open()
    await page.getByRole('heading', { name: 'Review your answers' }).waitFor()
    await page.getByRole('button', { name: 'Send my answers' }).waitFor()
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await page.locator('fieldset[data-question]:visible').count()).toBe(2)
    await review()
    // Another attempt begins with its questions.
    written = { attempt: second, number: 2 }
    await open()
    await told().getByText('these would be attempt 2').waitFor()
    expect(await page.locator('fieldset[data-question]:visible').count()).toBe(2)
  })

  test.each(['id="q-q-multiple"', 'class="exam-foot'])(
    'are safe from a page of which only a part arrives, up to %s',
    async (until) => {
      await answerAll()
      written = { until }
      await page.goto(`${site.origin}${path}`)
      await told().getByText('Only a part of this page has arrived.').waitFor()
      expect(await page.getByText('cannot be sent any more').count()).toBe(0)
      expect(await page.locator('form.exam .choice input:visible').count()).toBe(0)
      expect(await page.getByRole('button', { name: 'Clear my answers' }).count()).toBe(0)
      written = {}
      await open()
      await page.getByText('2 of 2 answered, kept on this device').waitFor()
    },
  )

  test('that come back are no longer said to be missing', async () => {
    const faults = page.locator('.error-summary, .error-message:visible, [aria-invalid]')
    await answerAll()
    await page.getByRole('button', { name: 'Clear my answers' }).click()
    await send()
    await page.getByText('There is a problem').waitFor()
    await told().getByRole('button', { name: 'Undo' }).click()
    await page.getByText('2 of 2 answered').waitFor()
    await page.locator('[data-step="back"]').click()
    expect(await faults.count()).toBe(0)
    // Or from another tab.
    await page.getByRole('button', { name: 'Clear my answers' }).click()
    await send()
    await page.getByRole('link', { name: 'Question 2' }).click()
    expect(await page.locator('#q-q-multiple-error').isVisible()).toBe(true)
    const other = await page.context().newPage()
    await open(other)
    await other.locator('#q-q-multiple-c').check()
    await page.getByText('1 of 2 answered').waitFor()
    expect(await page.locator('#q-q-multiple-error').isVisible()).toBe(false)
    expect(await page.locator('#q-q-single-error').isVisible()).toBe(true)
  })

  test('are one member’s alone: another neither sees nor loses them', async () => {
    await answerAll()
    written = { member: 'm2', attempt: '22222222-2222-8222-8222-222222222222' }
    await open()
    await page.getByText('0 of 2 answered').waitFor()
    expect(await told().textContent()).toBe('')
    await page.locator('#q-q-single-c').check()
    written = {}
    await open()
    await page.getByText('2 of 2 answered').waitFor()
    expect(await page.locator('#q-q-single-b').isChecked()).toBe(true)
  })

  test.for([
    ['a choice that is gone', ['gone']],
    ['several choices where one is asked for now', ['b', 'c']],
  ] as const)('that fit the exam no longer are counted, the others kept: %s', async ([, choices]) => {
    await answerAll()
    await page.evaluate((chosen) => {
      const key = 'exam-draft:m1:exam-red-eye'
      const kept = JSON.parse(localStorage.getItem(key) ?? '')
      kept.answers[0].choices = chosen
      localStorage.setItem(key, JSON.stringify(kept))
    }, choices)
    written = { version: 'cd'.repeat(32) }
    await open()
    await told().getByText('1 of your 2 answers does not fit any more').waitFor()
    await page.getByText('1 of 2 answered').waitFor()
  })

  test('on an exam that was changed are told of once, where the Worker has done so', async () => {
    await answerAll()
    written = { version: 'cd'.repeat(32), carried: true }
    await open()
    await page.getByText('2 of 2 answered, kept on this device').waitFor()
    expect(await told().textContent()).toBe('')
    expect(await page.getByRole('button', { name: 'Clear my answers' }).count()).toBe(1)
  })

  test('are shown, not counted, once the exam is over, and not yet over before it opens', async () => {
    await answerAll()
    written = { attempt: second, number: 2, refused: 'submission/already-passed' }
    await page.goto(`${site.origin}${path}`)
    await told().getByText('still shown; they cannot be sent any more.').waitFor()
    expect(await page.getByText('these would be attempt').count()).toBe(0)
    expect(await page.locator('#q-q-single-b').isChecked()).toBe(true)
    expect(await page.locator('#q-q-single-c').isDisabled()).toBe(true)
    expect(await page.getByText(/of 2 answered/).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Clear my answers' }).count()).toBe(1)
    expect(await accessibilityFaults(page)).toEqual([])
    written = { refused: 'submission/not-open-yet' }
    await open()
    await told().getByText('were restored on this device.').waitFor()
    await page.getByText('2 of 2 answered, kept on this device').waitFor()
  })

  test('keep two tabs in step, and both know when they were sent', async () => {
    const other = await page.context().newPage()
    await open(other)
    await answerAll()
    await other.getByText('2 of 2 answered').waitFor()
    await told(other).getByText('both show the same answers').waitFor()
    await other.locator('#q-q-single-c').check()
    await expect.poll(() => page.locator('#q-q-single-c').isChecked()).toBe(true)
    // As a tab is told that slept meanwhile.
    await other.evaluate(
      ([attempt, result]) => {
        const key = Object.keys(localStorage).find((each) => each.startsWith('exam-draft')) ?? ''
        localStorage.setItem(key, JSON.stringify({ attempt, sent: result }))
      },
      [filled, resultPath],
    )
    await told().getByText('Your answers were sent from another tab.').waitFor()
    expect(await told().getByRole('link').getAttribute('href')).toBe(resultPath)
    await expectClosed()
    expect(await page.locator('#q-q-single-c').isChecked()).toBe(true)
  })

  test('that are sent from one tab are waited for in the other, which changes nothing meanwhile', async () => {
    const other = await page.context().newPage()
    await open(other)
    await answerAll()
    await other.getByText('2 of 2 answered').waitFor()
    const hanging: ServerResponse[] = []
    const hang: Reply = (response) => void hanging.push(response)
    replies = [hang, hang]
    await send()
    await other.getByText('Sending your answers…').waitFor()
    expect(await other.locator('form.exam').getAttribute('inert')).not.toBeNull()
    expect(await other.getByRole('button', { name: 'Clear my answers' }).count()).toBe(0)
    await expect.poll(() => hanging.length).toBe(2)
    for (const response of hanging) recorded(response)
    await page.waitForURL(`**${resultPath}`)
    await other.waitForURL(`**${resultPath}`)
  })

  test('on another version of the exam in another tab neither take their place nor are taken away', async () => {
    await answerAll()
    written = { version: 'cd'.repeat(32) }
    const other = await page.context().newPage()
    await open(other)
    await other.evaluate(() => {
      // The exam as it is now has another second question.
      const fieldset = document.querySelector<HTMLElement>('#q-q-multiple')
      if (fieldset) fieldset.dataset['question'] = 'q-new'
    })
    await other.locator('#q-q-multiple-c').check()
    await told().getByText('Another version of this exam is open in another tab.').waitFor()
    await page.locator('#q-q-single-c').check()
    await told(other).getByText('Another version of this exam is open in another tab.').waitFor()
    await page.getByText('2 of 2 answered').waitFor()
    expect(await page.locator('#q-q-multiple-b').isChecked()).toBe(true)
    await other.getByText('2 of 2 answered').waitFor()
    expect(await other.locator('#q-q-multiple-c').isChecked()).toBe(true)
    expect(await other.locator('#q-q-single-c').isChecked()).toBe(false)
    await page.getByRole('button', { name: 'Clear my answers' }).click()
    await told().getByText('Another version of this exam is open in another tab.').waitFor()
    expect(await other.locator('#q-q-multiple-c').isChecked()).toBe(true)
    await other.getByText('2 of 2 answered, kept on this device').waitFor()
    await told().getByRole('button', { name: 'Undo' }).click()
    await page.getByText('2 of 2 answered, kept on this device').waitFor()
  })

  test('that were cleared in one tab can be brought back, whatever another tab does', async () => {
    const other = await page.context().newPage()
    await answerAll()
    await open(other)
    await page.getByRole('button', { name: 'Clear my answers' }).click()
    await told(other).getByText('Your answers were cleared in another tab.').waitFor()
    await other.locator('#q-q-single-c').check()
    await told().getByText('both show the same answers').waitFor()
    await told().getByRole('button', { name: 'Undo' }).click()
    await page.getByText('2 of 2 answered').waitFor()
    expect(await page.locator('#q-q-single-c').isChecked()).toBe(true)
  })

  test('on the page of an exam that is over cannot be changed', async () => {
    await answerAll()
    written = { refused: 'submission/no-attempts-left' }
    await page.goto(`${site.origin}${path}`)
    await told().getByText('Your unsent answers from 14:30 are still shown').waitFor()
    await expectClosed()
  })

  test('that were sent are not sent again from a copy of the page; the next attempt is as ever', async () => {
    replies = [recorded]
    await answerAll()
    await send()
    await page.waitForURL(`**${resultPath}`)
    await page.goto(`${site.origin}${path}`)
    await told().getByText('Your answers were sent already.').waitFor()
    expect(await told().getByRole('link').getAttribute('href')).toBe(resultPath)
    await expectClosed()
    expect(await accessibilityFaults(page)).toEqual([])
    // It is known the next time, too.
    await page.goto(`${site.origin}${path}`)
    await told().getByText('Your answers were sent already.').waitFor()
    written = { attempt: second, number: 2 }
    await open()
    expect(await told().textContent()).toBe('')
    replies = [recorded]
    await answerAll()
    await page.getByText('2 of 2 answered, kept on this device').waitFor()
    await send()
    await page.waitForURL(`**${resultPath}`)
    expect(sent.map(({ attempt }) => attempt)).toEqual([filled, second])
  })

  test.each([
    [
      'forbidden',
      () =>
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('forbidden', 'SecurityError')
          },
        }),
    ],
    [
      'full',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError')
        }
      },
    ],
  ] as const)('cannot be kept where storage is %s: that is said, and the exam goes on', async (_, deny) => {
    await page.addInitScript(deny)
    await open()
    await answerAll()
    await page.getByText('2 of 2 answered, not kept on this device').waitFor()
    const warning = page.getByText('Your answers are not kept on this device')
    expect((await warning.boundingBox())?.y).toBeLessThan(
      (await page.locator('form.exam').boundingBox())?.y ?? 0,
    )
    // Whoever leaves is asked first.
    const asked = page.waitForEvent('dialog')
    const left = page.goto(`${site.origin}/`).catch(() => undefined)
    expect((await asked).type()).toBe('beforeunload')
    await (await asked).dismiss()
    await left
    replies = [recorded]
    await send()
    await page.waitForURL(`**${resultPath}`)
    expect(complaints).toEqual([])
  })

  test('where they cannot be kept, no way to send them after all leads away from the page', async () => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await open()
    await answerAll()
    replies = [
      json(409, { title: 'Not yours', detail: 'x', code: 'submission/foreign-attempt' }),
      json(403, { title: 'Not entitled', detail: 'x', code: 'session/not-entitled', link: '/join/' }),
      recorded,
    ]
    await send()
    for (const name of ['Sign in (opens in a new tab)', 'How to join or subscribe (opens in a new tab)']) {
      const link = panel('refused').getByRole('link', { name, exact: true })
      expect(await link.getAttribute('target')).toBe('_blank')
      await page.getByRole('button', { name: 'Send my answers' }).click()
    }
    await page.waitForURL(`**${resultPath}`)
    expect(sent).toHaveLength(3)
  })

  test('go when they have been recorded, where the word of that cannot be kept either', async () => {
    await answerAll()
    await page.getByText('2 of 2 answered, kept on this device').waitFor()
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await page.locator('#q-q-single-c').check()
    await page.getByText('2 of 2 answered, not kept on this device').waitFor()
    replies = [recorded]
    await send()
    await page.waitForURL(`**${resultPath}`)
    written = { attempt: second, number: 2, refused: 'submission/already-passed' }
    await page.goto(`${site.origin}${path}`)
    await expect.poll(() => page.locator('form.exam .choice input:enabled').count()).toBe(0)
    expect(await told().textContent()).toBe('')
  })

  test('go when they have been recorded, and not before', async () => {
    replies = [json(409, { title: 'Closed', detail: 'The exam has closed.', code: 'submission/closed' })]
    await answerAll()
    await send()
    await panel('refused').waitFor()
    await open()
    await page.getByText('2 of 2 answered').waitFor()
    replies = [recorded]
    await page.getByRole('button', { name: 'Send my answers' }).click()
    await page.waitForURL(`**${resultPath}`)
    written = { attempt: '33333333-3333-8333-8333-333333333333', number: 2 }
    await open()
    await page.getByText('0 of 2 answered').waitFor()
  })
})

describe('sending', () => {
  test('goes on by itself after a lost reply, as the same attempt, for as long as it takes', async () => {
    replies = [drop, json(503, { detail: 'The server is busy.', code: 'server/busy' }), recorded]
    await answerAll()
    await send()
    await page.getByText('No reply came').waitFor()
    await expectFocus(panel('waiting'))
    await page.getByRole('button', { name: 'Send now' }).click()
    await page.getByText('The server is busy.').waitFor()
    await page.waitForURL(`**${resultPath}`)
    expect(sent.map(({ attempt }) => attempt)).toEqual([filled, filled, filled])
  })

  test('waits for the connection when offline, over a reload, and then ends at the result', async () => {
    await answerAll()
    await page.context().setOffline(true)
    await send()
    await page.getByText('Not sent yet: you are offline').waitFor()
    expect(await panel('waiting').textContent()).toContain('before the end of 28 December 2021')
    expect(await page.getByRole('button', { name: 'Send my answers' }).isVisible()).toBe(false)
    replies = [drop, recorded]
    await page.context().setOffline(false)
    await expect.poll(() => sent.length).toBe(1)
    await page.goto(`${site.origin}${path}`)
    await page.waitForURL(`**${resultPath}`)
    expect(sent.map(({ attempt }) => attempt)).toEqual([filled, filled])
  })

  test('ends where the browser’s data were deleted meanwhile, and the answers stay on the page', async () => {
    await answerAll()
    replies = [json(401, { code: 'session/missing' })]
    await send()
    await panel('signed-out').waitFor()
    // As the help desk may advise who cannot sign in.
    await page.evaluate(() => {
      localStorage.clear()
      dispatchEvent(new Event('focus'))
    })
    await told().getByText('Your answers are still on this page').waitFor()
    await page.getByText('2 of 2 answered, kept on this device').waitFor()
    expect(await page.locator('#q-q-single-b').isChecked()).toBe(true)
    expect(sent).toHaveLength(1)
    replies = [recorded]
    await page.getByRole('button', { name: 'Send my answers' }).click()
    await page.waitForURL(`**${resultPath}`)
  })

  test('that is tried again already when Send now is pressed says that it is on its way', async () => {
    const hanging: ServerResponse[] = []
    replies = [drop, (response) => void hanging.push(response)]
    await answerAll()
    await send()
    await panel('waiting').waitFor()
    await expect.poll(() => hanging.length, { timeout: 10_000 }).toBe(1)
    await page.getByRole('button', { name: 'Send now' }).click()
    await panel('sending').waitFor()
    await expectFocus(panel('sending'))
    for (const response of hanging) recorded(response)
    await page.waitForURL(`**${resultPath}`)
    expect(sent).toHaveLength(2)
  })

  test('comes again no sooner than a busy server asks, in whatever words it does', async () => {
    const at: number[] = []
    replies = [
      (response) => {
        at.push(performance.now())
        response.writeHead(503, { 'content-type': 'text/html', 'retry-after': '4' }).end('<h1>Busy</h1>')
      },
      (response) => {
        at.push(performance.now())
        recorded(response)
      },
    ]
    await answerAll()
    await send()
    await panel('waiting').waitFor()
    await page.waitForURL(`**${resultPath}`)
    const [first = 0, next = 0] = at
    expect(next - first).toBeGreaterThan(3900)
  })

  test('says what it does in names that a screen reader speaks with the focus', async () => {
    const spoken = async () => {
      const { role, name } = (await spokenFocus(page)) ?? { role: '', name: '' }
      return `${role}: ${name}`
    }
    const expectSpoken = (words: string) => expect.poll(spoken).toBe(words)
    await answerAll()
    await page.getByRole('button', { name: 'Clear my answers' }).click()
    await expectSpoken('group: Your answers were cleared.')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expectSpoken('group: Your answers are back.')
    replies = [drop]
    await send()
    await expectSpoken('group: No reply yet')
    await page.getByRole('button', { name: 'Cancel sending' }).click()
    await expectSpoken(
      'group: Sending was cancelled, and you can go on. Should your answers have arrived before, they count.',
    )
    expect(await told().evaluate((box) => box.getBoundingClientRect().top >= 0)).toBe(true)
    replies = [json(409, { title: 'The exam has changed', detail: 'x', code: 'submission/unknown-version' })]
    await page.getByRole('button', { name: 'Send my answers' }).click()
    await expectSpoken('alert: The exam has changed')
  })

  test('can be cancelled to go on answering', async () => {
    await answerAll()
    await page.context().setOffline(true)
    await send()
    await page.getByRole('button', { name: 'Cancel sending' }).click()
    await told().getByText('Sending was cancelled').waitFor()
    expect((await told().textContent())?.trim()).toBe('Sending was cancelled, and you can go on.')
    await page.getByRole('button', { name: 'Change question 1' }).click()
    await page.locator('#q-q-single-c').check()
    await page.context().setOffline(false)
    replies = [recorded]
    await send()
    await page.waitForURL(`**${resultPath}`)
    expect(sent).toMatchObject([{ answers: [{ choices: ['c'] }, { choices: ['b'] }] }])
  })

  test.each(['waits', 'is on its way'])(
    'cancelled in one tab ends in the other, where it %s',
    async (where) => {
      // Hangs until it is let go, as on a connection that has died without a word.
      const hanging: ServerResponse[] = []
      const hang: Reply = (response) => void hanging.push(response)
      replies = where === 'waits' ? [hang, drop] : [hang, hang]
      await answerAll()
      await send()
      await expect.poll(() => sent.length).toBe(1)
      const other = await page.context().newPage()
      await other.goto(`${site.origin}${path}`)
      await other.getByText(where === 'waits' ? 'No reply came' : 'Sending your answers…').waitFor()
      await expect.poll(() => sent.length).toBe(2)
      await page.getByRole('button', { name: 'Cancel sending' }).click()
      await told().getByText('Sending was cancelled, and you can go on.').waitFor()
      await page.getByRole('button', { name: 'Change question 1' }).click()
      await page.locator('#q-q-single-c').check()
      for (const response of hanging) drop(response)
      await told(other)
        .getByText(/ended in another tab|both show the same answers/)
        .waitFor()
      await expect.poll(() => other.locator('[data-outcome]').count()).toBe(0)
      await other.evaluate(() => dispatchEvent(new Event('online')))
      expect(await other.locator('#q-q-single-c').isChecked()).toBe(true)
      replies = [recorded]
      await send()
      await page.waitForURL(`**${resultPath}`)
      // Both tabs send what was pressed last, and nothing else.
      for (const last of sent.slice(2))
        expect(last.answers).toMatchObject([{ choices: ['c'] }, { choices: ['b'] }])
    },
  )

  test('that ends in one tab is not called cancelled in the other, which waits', async () => {
    const hanging: ServerResponse[] = []
    replies = [(response) => void hanging.push(response), drop]
    await answerAll()
    await send()
    await expect.poll(() => sent.length).toBe(1)
    const other = await page.context().newPage()
    await other.goto(`${site.origin}${path}`)
    await other.getByText('No reply came').waitFor()
    const closed = { title: 'Closed', detail: 'The exam has closed.', code: 'submission/closed', over: true }
    replies = [json(409, closed)]
    for (const response of hanging) json(409, closed)(response)
    await panel('refused').waitFor()
    await expect.poll(() => other.locator('[data-outcome="waiting"]').count()).toBe(0)
    const said = await other.getByRole('main').textContent()
    expect(said).not.toContain('cancelled')
    expect(said).toMatch(/Sending has ended in another tab|The exam has closed/)
  })

  test('after the session has ended leads through signing in, and then goes on by itself', async () => {
    replies = [json(401, { code: 'session/expired' }), recorded]
    await answerAll()
    await send()
    const link = panel('signed-out').getByRole('link', { name: 'Sign in' })
    expect(await link.getAttribute('href')).toBe(`/sign-in?to=${path}`)
    // Where signing in leads back to.
    await page.goto(`${site.origin}${path}`)
    await page.waitForURL(`**${resultPath}`)
    expect(sent.map(({ attempt }) => attempt)).toEqual([filled, filled])
  })

  test('of answers that were refused to another member ends when they are changed', async () => {
    replies = [json(409, { title: 'Not yours', detail: 'x', code: 'submission/foreign-attempt' })]
    await answerAll()
    await send()
    await panel('refused').waitFor()
    await page.getByRole('button', { name: 'Change question 1' }).click()
    await page.locator('#q-q-single-c').check()
    await page.getByText('2 of 2 answered, kept on this device').waitFor()
    await open()
    expect(await page.locator('[data-outcome]').count()).toBe(0)
    expect(await page.locator('#q-q-single-c').isChecked()).toBe(true)
    expect(sent).toHaveLength(1)
  })

  test('is known on the device before the answers go, and leaves nothing else to press', async () => {
    let reply = () => {}
    replies = [
      (response) => {
        reply = () => drop(response)
      },
      drop,
    ]
    await answerAll()
    await send()
    await page.getByText('Sending your answers…').waitFor()
    await expect.poll(() => sent.length).toBe(1)
    const waiting = await page.evaluate(
      () => Object.entries(localStorage).find(([key]) => key.startsWith('exam-outbox'))?.[1],
    )
    expect(JSON.parse(waiting ?? '{}')).toMatchObject({ attempt: filled, unsure: true })
    reply()
    await panel('waiting').waitFor()
    await page.goto(`${site.origin}${path}`)
    await panel('waiting').getByRole('heading', { name: 'No reply yet' }).waitFor()
    expect(await told().textContent()).toBe('')
    replies = [drop]
    await page.getByRole('button', { name: 'Send now' }).press('Enter')
    await expectFocus(panel('waiting'))
    // Cancelled, the page still does not say that nothing was sent.
    await page.getByRole('button', { name: 'Cancel sending' }).click()
    await told().getByText('Should your answers have arrived before, they count.').waitFor()
    await open()
    await page.getByRole('heading', { name: 'Review your answers' }).waitFor()
    expect(await page.getByText('Nothing has been sent yet').count()).toBe(0)
  })

  test('after a lost reply nothing says that the answers were not sent', async () => {
    replies = [drop]
    await answerAll()
    await send()
    await panel('waiting').getByRole('heading', { name: 'No reply yet' }).waitFor()
    expect(await page.getByText('Nothing has been sent yet').count()).toBe(0)
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Send now' }).click()
    await panel('waiting').getByRole('heading', { name: 'You are offline' }).waitFor()
    expect(await panel('waiting').textContent()).toContain('We cannot tell whether your answers arrived.')
    await page.context().setOffline(false)
    replies = [json(401, { code: 'session/expired' }), json(401, { code: 'session/expired' })]
    await open()
    await panel('signed-out').getByText('We cannot tell whether your answers arrived.').waitFor()
  })

  test('pressed twice, it is sent once', async () => {
    replies = [(response) => setTimeout(() => recorded(response), 300)]
    await answerAll()
    await review()
    await page.locator('[data-step="send"]').evaluate((button: HTMLButtonElement) => {
      button.click()
      button.click()
    })
    await page.getByText('Sending your answers…').waitFor()
    await page.waitForURL(`**${resultPath}`)
    expect(sent).toHaveLength(1)
  })

  test.each([
    ['submission/closed', '/my-cet/', 'Go to My CET', undefined],
    ['submission/already-passed', '/my-cet/attempts/1/', 'See your result', undefined],
    ['submission/no-attempts-left', '/my-cet/', 'Go to My CET', undefined],
    [
      'submission/attempt-id-reused',
      '/my-cet/attempts/1/',
      'See your result',
      'Open the exam again with these answers',
    ],
    ['submission/unknown-version', '', 'Go to My CET', 'Open the exam as it is now'],
  ])('that ends in %s says what became of the answers and what to do', async (code, link, way, again) => {
    const over = ['submission/closed', 'submission/already-passed', 'submission/no-attempts-left'].includes(
      code,
    )
    replies = [
      json(409, { title: 'A title', detail: 'What happened.', remedy: 'What to do.', code, link, over }),
    ]
    await answerAll()
    await send()
    const refused = panel('refused')
    await refused.waitFor()
    await expectFocus(refused)
    for (const words of ['A title', 'What happened.', 'What to do.', 'They have not been counted.'])
      expect(await refused.textContent()).toContain(words)
    expect(await page.getByText('until the end of').count()).toBe(over ? 0 : 1)
    for (const invitation of ['Review your answers', 'Send my answers'])
      expect(await page.getByText(invitation).filter({ visible: true }).count(), invitation).toBe(
        over ? 0 : 1,
      )
    expect(await refused.getByRole('link').textContent()).toBe(way)
    expect(await refused.getByRole('button').allTextContents()).toEqual(again === undefined ? [] : [again])
    if (again === undefined) return
    expect(await accessibilityFaults(page)).toEqual([])
    // The Worker puts the answers into the page that it is asked for.
    const asked = page.waitForRequest(
      (request) => request.method() === 'POST' && request.url().endsWith(path),
    )
    await refused.getByRole('button').click()
    expect((await asked).postData()).toContain('q.q-single=b')
    // A tab that is closed on its way elsewhere can keep Chromium waiting.
    await page.getByText('asked for again').waitFor()
  })

  test('what another member left to be sent stays theirs', async () => {
    const foreign = {
      title: 'Not yours',
      detail: 'x',
      code: 'submission/foreign-attempt',
      signedInAs: 'D. <b>',
    }
    replies = [json(409, foreign), recorded]
    await answerAll()
    await send()
    await panel('refused').getByRole('link', { name: 'Sign in' }).waitFor()
    await panel('refused').getByText('You are signed in as D. <b>.').waitFor()
    written = { member: 'm2' }
    await open()
    await page.getByText('0 of 2 answered').waitFor()
    expect(sent).toHaveLength(1)
    written = {}
    await page.goto(`${site.origin}${path}`)
    await page.waitForURL(`**${resultPath}`)
    expect(sent).toHaveLength(2)
  })

  test.each([
    ['a network that wants to be signed in to', {}],
    ['one that says nothing of the attempt', { receipt: 'r', result: {}, resultPath }],
    ['an answer about another attempt', { result: { attempt: 'other' }, resultPath }],
    ['a result that lies elsewhere', { result: { attempt: filled }, resultPath: '//evil.example/' }],
    ['a page that is no result', { result: { attempt: filled }, resultPath: '/my-cet/' }],
  ])('is not over with %s: the answers stay and are sent again', async (_, said) => {
    replies = [json(200, said), recorded]
    await answerAll()
    await send()
    await panel('waiting').getByText('No reply came').waitFor()
    expect(await page.evaluate(() => Object.values(localStorage).join())).toContain('q-multiple')
    await page.getByRole('button', { name: 'Send now' }).click()
    await page.waitForURL(`**${resultPath}`)
    expect(sent.map(({ attempt }) => attempt)).toEqual([filled, filled])
  })
})

test.each(['light', 'dark'] as const)(
  'every state is accessible and fits a small phone, %s',
  async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 320, height: 640 })
    const check = async (what: string) => {
      expect(await accessibilityFaults(page), what).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(320)
    }
    await page.getByRole('button', { name: 'Show one question at a time' }).click()
    await check('one question')
    await send()
    await check('what is missing')
    await page.getByRole('button', { name: 'Answer question 1' }).click()
    await page.locator('#q-q-single-b').check()
    await review()
    await page.getByRole('button', { name: 'Answer question 2' }).click()
    await page.locator('#q-q-multiple-b').check()
    await open()
    await told().getByText('restored').waitFor()
    await check('restored')
    await page.context().setOffline(true)
    await send()
    await page.getByText('Not sent yet: you are offline').waitFor()
    await check('waiting')
    replies = [json(401, {})]
    await page.context().setOffline(false)
    await panel('signed-out').waitFor()
    await check('signed out')
  },
)
