import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWorker } from './index.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'worker-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the local Worker', () => {
  test('keeps its records over a restart and serves the site that is there now', async () => {
    const siteFolder = join(folder, 'site')
    // The smallest Worker that has a database and files: what is tested is the runtime around it.
    const main = join(folder, 'main.ts')
    writeFileSync(main, 'export default { fetch: (request, env) => env.ASSETS.fetch(request) }')
    const start = () => startWorker({ port: 0, dataFolder: join(folder, 'd1'), siteFolder, vars: {}, main })
    const first = await start()
    writeFileSync(join(siteFolder, 'page.txt'), 'one')
    await first.reloadSite()
    expect(await (await fetch(`${first.url}/page.txt`)).text()).toBe('one')
    const database = await first.database()
    await database.prepare("INSERT INTO audit_event (at, kind, detail) VALUES (1, 'kept', '{}')").run()
    writeFileSync(join(siteFolder, 'page.txt'), 'two, and longer')
    await first.reloadSite()
    expect(await (await fetch(`${first.url}/page.txt`)).text()).toBe('two, and longer')
    await first.close()
    await expect(fetch(first.url)).rejects.toThrow()

    const second = await start()
    const kept = await (await second.database()).prepare('SELECT kind FROM audit_event').first('kind')
    expect(kept).toBe('kept')
    await second.close()
  })

  test('a taken port is an error with a code and a remedy', async () => {
    const taken = createServer()
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      }),
    )
    const starting = startWorker({
      port,
      dataFolder: join(folder, 'taken'),
      siteFolder: join(folder, 'site'),
      vars: {},
    })
    await expect(starting).rejects.toMatchObject({ code: 'WORKER_PORT_TAKEN' })
    await new Promise((resolve) => taken.close(resolve))
  })
})
