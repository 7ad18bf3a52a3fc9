import type { Browser } from 'playwright-core'
import { launchChromium } from '../tests/support/chromium.ts'
import { freePorts, type RunningPack, startPack, temporaryData } from '../tests/support/pack.ts'

/**
 * Takes pictures of a pack that is started for it, with a browser of its own; both are gone afterwards, whatever happens.
 *
 * @param take what is to be done with them.
 */
export async function picturesOfANewPack(
  take: (pack: RunningPack, browser: Browser) => Promise<void>,
): Promise<void> {
  await using resources = new AsyncDisposableStack()
  const { data, remove } = temporaryData()
  resources.defer(remove)
  console.log('Starting the pack …')
  const pack = await startPack({ data, ports: await freePorts() })
  resources.defer(async () => {
    await pack.stop()
  })
  const browser = await launchChromium()
  resources.defer(() => browser.close())
  await take(pack, browser)
}
