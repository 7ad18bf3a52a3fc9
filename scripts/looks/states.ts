import type { Page } from 'playwright-core'
import { choose, questionsOf, send } from '../../tests/support/member.ts'
import type { RunningPack } from '../../tests/support/pack.ts'

/** Addresses that exist only once something has been done. */
export type States = { readonly passed: string; readonly failed: string }

/**
 * Gives the member of a page a record: one exam passed and one not.
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
  return {
    passed: await sit('dry-eye-in-practice', true),
    failed: await sit('low-vision-in-practice', false),
  }
}
