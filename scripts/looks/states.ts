import type { Page } from 'playwright-core'
import { choose, questionsOf, send } from '../../tests/support/member.ts'
import type { RunningPack } from '../../tests/support/pack.ts'

/** Addresses that exist only once something has been done. */
export type States = { readonly passed: string; readonly failed: string; readonly certificate: string }

/**
 * Gives the member of a page a record: one exam passed, with its certificate, one not, and a goal.
 *
 * @param page of a member who is signed in.
 */
export async function prepareStates(page: Page, pack: RunningPack): Promise<States> {
  const sit = async (item: string, right: boolean): Promise<string> => {
    await page.goto(`${pack.site}/cet/active/${item}/exam/`)
    await choose(page, await questionsOf(pack.client(), `exam-${item}`), right)
    await send(page)
    await page.waitForURL(`${pack.site}/my-cet/attempts/*/`)
    return new URL(page.url()).pathname
  }
  const passed = await sit('dry-eye-in-practice', true)
  await page.getByRole('main').getByRole('link', { name: 'Certificate', exact: true }).click()
  await page.waitForURL(`${pack.site}/my-cet/certificates/*/`)
  const certificate = new URL(page.url()).pathname
  await page.goto(`${pack.site}/my-cet/goals/`)
  await page.getByLabel('What do you want').fill('Fit more toric lenses')
  await page.getByLabel('By when').fill('2021-12-01')
  await page.getByRole('button', { name: 'Add the goal' }).click()
  return { passed, certificate, failed: await sit('low-vision-in-practice', false) }
}
