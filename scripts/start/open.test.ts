import { expect, test } from 'vitest'
import { openInBrowser } from './open.ts'

const url = 'http://localhost:8787'

test('without any browser there is one sentence with the address and the remedy', async () => {
  expect(await openInBrowser(url, ['/no/such/browser', '/nor/this/one'])).toBe(
    `START_NO_BROWSER: No browser was found on this machine. Open ${url} in one yourself, or name its program with BROWSER.`,
  )
})

test('the first program that starts is enough', async () => {
  expect(await openInBrowser(url, ['/no/such/browser', process.execPath])).toBeUndefined()
})
