import type { SanityClient } from '@sanity/client'
import type { Page } from 'playwright-core'

/** One question of an exam as a test knows it: with its key. */
export type KeyedQuestion = {
  readonly key: string
  readonly choices: readonly { readonly key: string; readonly correct: boolean; readonly rationale: string }[]
}

/** Signs in as a sample member at the identity provider and comes back to a page of the site. */
export async function signIn(page: Page, site: string, member: string, to = '/my-cet/'): Promise<void> {
  await page.goto(`${site}/sign-in?to=${encodeURIComponent(to)}`)
  await page.getByRole('button', { name: new RegExp(member) }).click()
  await page.waitForURL((url) => url.origin === site)
}

/** The questions of an exam with their keys, from the Content Lake. */
export function questionsOf(client: SanityClient, exam: string): Promise<KeyedQuestion[]> {
  return client.fetch<KeyedQuestion[]>(
    '*[_id == $exam][0].questions[]{"key": _key, choices[]{"key": _key, "correct": correct == true, rationale}}',
    { exam },
    { perspective: 'published' },
  )
}

/** Chooses answers on an exam page: all right ones, or wrong ones alone. */
export async function choose(page: Page, questions: readonly KeyedQuestion[], right: boolean): Promise<void> {
  for (const question of questions) {
    const wanted = question.choices.filter((choice) => choice.correct === right)
    for (const choice of right ? wanted : wanted.slice(0, 1)) {
      await page.locator(`[name="q.${question.key}"][value="${choice.key}"]`).check()
    }
  }
}

/** Looks the answers over and presses the button that sends the exam. */
export async function send(page: Page): Promise<void> {
  await page.locator('[data-step="review"]').click()
  await page.getByRole('button', { name: 'Send my answers' }).click()
}
