// `npm run guide`: takes the pictures of the editor's guide from a Studio that is started for it.

import type { Browser } from 'playwright-core'
import { openWatchedPage } from '../../tests/support/chromium.ts'
import { choose, questionsOf, send, signIn } from '../../tests/support/member.ts'
import type { RunningPack } from '../../tests/support/pack.ts'
import { picturesOfANewPack } from '../pictures.ts'
import { reportAndExit, UserError } from '../user-error.ts'
import { scenes } from './scenes.ts'

const exam = 'exam-dry-eye-in-practice'
const wanted = process.argv.slice(2)
const chosen = scenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name))

try {
  const unknown = wanted.filter((name) => !scenes.some((scene) => scene.name === name))
  if (unknown.length > 0) {
    throw new UserError(
      'GUIDE_SCENE_UNKNOWN',
      `The guide has no scene ${unknown.join(', ')}.`,
      `Choose among ${scenes.map(({ name }) => name).join(', ')}, or name none for all.`,
    )
  }
  await picturesOfANewPack(takePictures)
} catch (error) {
  reportAndExit(error)
}

async function takePictures(pack: RunningPack, browser: Browser): Promise<void> {
  const client = pack.client()
  const member = await openWatchedPage(browser)
  await signIn(member.page, pack.site, 'Olive Sample')
  await member.page.goto(`${pack.site}/cet/active/dry-eye-in-practice/exam/`)
  await choose(member.page, await questionsOf(client, exam), false)
  await send(member.page)
  await member.page.waitForURL(`${pack.site}/my-cet/attempts/*/`)

  const { page } = await openWatchedPage(browser, {
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
  })
  page.setDefaultTimeout(90_000)
  for (const scene of chosen) await scene.play({ page, studio: pack.studio, client })
}
