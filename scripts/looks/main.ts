// `npm run looks [name …]`: takes pictures of every page and writes their gallery, from a pack that is started for it.
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { openWatchedPage } from '../../tests/support/chromium.ts'
import { signIn } from '../../tests/support/member.ts'
import type { RunningPack } from '../../tests/support/pack.ts'
import { picturesOfANewPack } from '../pictures.ts'
import { reportAndExit, UserError } from '../user-error.ts'
import { gallery } from './gallery.ts'
import { folder } from './pictures.ts'
import { shoot } from './shoot.ts'
import { prepareStates } from './states.ts'
import { views } from './views.ts'

const wanted = process.argv.slice(2)

try {
  const unknown = wanted.filter((name) => !views.some((view) => view.name === name))
  if (unknown.length > 0) {
    throw new UserError(
      'LOOKS_VIEW_UNKNOWN',
      `There is no view ${unknown.join(', ')}.`,
      `Choose among ${views.map(({ name }) => name).join(', ')}, or name none for all.`,
    )
  }
  await picturesOfANewPack(takePictures)
} catch (error) {
  reportAndExit(error)
}

async function takePictures(pack: RunningPack, browser: Browser): Promise<void> {
  const member = await signedIn(browser, pack.site, 'Olive Sample')
  const states = await prepareStates(member.page, pack)
  const outsider = await signedIn(browser, pack.site, 'Nora Sample')
  const cookies = {
    stranger: undefined,
    member: await member.page.context().storageState(),
    outsider: await outsider.page.context().storageState(),
  }
  for (const view of views) {
    if (wanted.length > 0 && !wanted.includes(view.name)) continue
    const { path, as = 'member' } = view
    await shoot(
      browser,
      pack.site,
      { ...view, path: typeof path === 'string' ? path : path(states) },
      cookies[as],
    )
    console.log(`  ${view.name}`)
  }
  await removeStray()
  await writeFile(join(folder, 'README.md'), gallery(views))
}

async function signedIn(browser: Browser, site: string, name: string) {
  const watched = await openWatchedPage(browser)
  await signIn(watched.page, site, name)
  return watched
}

/** Pictures of views that are no longer in the list. */
async function removeStray(): Promise<void> {
  const known = new Set(views.map(({ name }) => name))
  for (const file of await readdir(folder)) {
    const [, name] = /^(.+)-\d+-(?:light|dark)\.webp$/.exec(file) ?? []
    if (name !== undefined && !known.has(name)) await rm(join(folder, file))
  }
}
