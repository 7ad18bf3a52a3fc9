import type { ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../../tests/support/chromium.ts'
import { type ServedSite, servedSite } from '../test-support/served-site.ts'

// The built exam page in a real browser. The Worker has tests and journeys of its own; here its replies are lost,
// delayed and refused on purpose, which a real one would not do on demand.
type Reply = (response: ServerResponse) => void

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
const recorded = json(201, { receipt: 'r', result: {}, resultPath: '/my-cet/' })
const filled = '11111111-1111-4111-8111-111111111111'

let site: ServedSite
let browser: Browser
let page: Page
let replies: Reply[]
let sent: { attempt: string; version: string; answers: unknown }[]
let complaints: string[]

beforeAll(async () => {
  site = await servedSite(async (request, response) => {
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
  page = await browser.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  // What the Worker writes into the page before it is sent.
  await page.route('**/exam/', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text())
      .replace('name="attempt" value=""', `name="attempt" value="${filled}"`)
      .replace('<button class="button" type="submit">', '<p class="muted">This will be attempt 1 of 3.</p>$&')
    await route.fulfill({ response: answer, body })
  })
  await page.goto(`${site.origin}/cet/active/red-eye/exam/`)
  await page.getByText('0 of 2 answered').waitFor()
})
afterEach(async () => {
  await page.close()
})

const send = () => page.getByRole('button', { name: 'Send my answers' }).click()
async function answerAll() {
  await page.locator('#q-q-single-b').check()
  await page.locator('#q-q-multiple-b').check()
}

test('what the Worker wrote into the form stays when script takes over', async () => {
  expect(await page.locator('input[name="attempt"]').inputValue()).toBe(filled)
  expect(await page.getByText('This will be attempt 1 of 3.').count()).toBe(1)
  expect(complaints).toEqual([])
})

test('counts answers, and leads to what is missing before anything is sent', async () => {
  await page.locator('#q-q-multiple-a').check()
  await page.getByText('1 of 2 answered').waitFor()
  await send()
  const summary = page.locator('.error-summary')
  await summary.waitFor()
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await summary.getByRole('link').allTextContents()).toEqual(['Question 1: choose one answer'])
  expect(await page.locator('#q-q-single-error').textContent()).toBe('Choose one answer')
  expect(await page.locator('#q-q-multiple-error').isVisible()).toBe(false)
  await summary.getByRole('link').click()
  expect(await page.locator('#q-q-single-a').evaluate((element) => element === document.activeElement)).toBe(
    true,
  )
  expect(sent).toEqual([])
})

test('sends by choice key, under the attempt that the Worker filled in, and goes to the result', async () => {
  replies = [recorded]
  await answerAll()
  await page.locator('#q-q-multiple-c').check()
  await send()
  await page.waitForURL('**/my-cet/')
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

test('after a lost reply the same attempt is sent again', async () => {
  replies = [drop, json(503, { detail: 'The server is busy.', code: 'server/busy' }), recorded]
  await answerAll()
  await send()
  await page.getByText('No reply came back').waitFor()
  await send()
  await page.getByText('The server is busy.').waitFor()
  await send()
  await page.waitForURL('**/my-cet/')
  expect(sent.map(({ attempt }) => attempt)).toEqual([filled, filled, filled])
})

test('a refusal is told with its remedy; other answers after it are a new attempt', async () => {
  const closed = json(409, {
    detail: 'The exam has closed.',
    remedy: 'Look at My CET.',
    code: 'submission/closed',
  })
  replies = [closed, closed, closed]
  await answerAll()
  await send()
  await page.getByText('The exam has closed.').waitFor()
  expect(await page.getByText('Look at My CET.').isVisible()).toBe(true)
  const panel = page.locator('[data-outcome="refused"]')
  expect(await panel.evaluate((element) => element === document.activeElement)).toBe(true)
  await send()
  await expect.poll(() => sent.length).toBe(2)
  await page.getByRole('button', { name: 'Send my answers' }).waitFor()
  await page.locator('#q-q-single-c').check()
  await send()
  await expect.poll(() => sent.length).toBe(3)
  expect(sent[1]?.attempt).toBe(filled)
  expect(sent[2]?.attempt).toMatch(/^[0-9a-f-]{36}$/)
  expect(sent[2]?.attempt).not.toBe(filled)
})

test('a lost session keeps the answers on the page and leads to signing in', async () => {
  replies = [json(401, { code: 'session/expired' }), recorded]
  await answerAll()
  await send()
  await page.getByText('Your answers are still on this page').waitFor()
  const link = page.getByRole('link', { name: /Sign in \(opens in a new tab\)/ })
  expect(await link.getAttribute('href')).toBe('/sign-in?to=/cet/active/red-eye/exam/')
  expect(await page.locator('#q-q-single-b').isChecked()).toBe(true)
  await send()
  await page.waitForURL('**/my-cet/')
  expect(sent.map(({ attempt }) => attempt)).toEqual([filled, filled])
})

test('pressed twice, it is sent once', async () => {
  replies = [(response) => setTimeout(() => recorded(response), 300)]
  await answerAll()
  await page.locator('form.exam button').evaluate((button: HTMLButtonElement) => {
    button.click()
    button.click()
  })
  await page.getByRole('button', { name: 'Sending…' }).waitFor()
  await page.waitForURL('**/my-cet/')
  expect(sent).toHaveLength(1)
})

test('a result path that leads elsewhere is not followed', async () => {
  replies = [json(201, { resultPath: '//evil.example/' })]
  await answerAll()
  await send()
  await page.waitForURL('**/my-cet/')
})
