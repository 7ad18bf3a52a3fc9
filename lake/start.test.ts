import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { LakeError, startLake } from './index.ts'
import {
  clientOf,
  DATASET,
  EDITOR,
  lakeForTest,
  ORIGIN,
  PROJECT,
  spawnLake,
  temporaryFolder,
} from './test-support/lake.ts'

function start(options: { port?: number; folder?: string; projectId?: string }) {
  return startLake({
    port: 0,
    folder: temporaryFolder(),
    projectId: PROJECT,
    dataset: DATASET,
    tokens: [EDITOR],
    origins: [ORIGIN],
    ...options,
  })
}

async function failure(started: Promise<unknown>): Promise<LakeError> {
  const error = await started.catch((reason: unknown) => reason)
  if (error instanceof LakeError) return error
  throw new Error(`Expected a LakeError, not ${String(error)}`)
}

describe('a lake that cannot start says why and what to do', () => {
  test('the port is taken', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
    onTestFinished(() => {
      other.close()
    })
    const error = await failure(start({ port }))
    expect(error.code).toBe('LAKE_PORT_TAKEN')
    expect(error.message).toContain(String(port))
    expect(error.remedy).toContain('LAKE_PORT')
    const { exit, stderr } = await spawnLake(temporaryFolder(), { LAKE_PORT: String(port) })
    expect(await exit).toBe(1)
    expect(stderr()).toMatch(/^LAKE_PORT_TAKEN: .*\n$/)
  })

  test('the file is no database', async () => {
    const folder = temporaryFolder()
    writeFileSync(
      join(folder, 'lake.sqlite'),
      'This is a shopping list and not a database at all. '.repeat(100),
    )
    expect(await failure(start({ folder }))).toMatchObject({
      code: 'LAKE_DATA_UNREADABLE',
      message: expect.stringContaining('is not a SQLite database'),
    })
  })

  test.each([
    ['of another program', 'CREATE TABLE shopping (item TEXT)', 'another program'],
    ['of a newer version', 'PRAGMA application_id = 0x4c414b45; PRAGMA user_version = 99', 'newer version'],
  ])('the database is %s', async (_name, sql, words) => {
    const folder = temporaryFolder()
    const db = new DatabaseSync(join(folder, 'lake.sqlite'))
    db.exec(sql)
    db.close()
    expect(await failure(start({ folder }))).toMatchObject({
      code: 'LAKE_DATA_UNREADABLE',
      message: expect.stringContaining(words),
    })
  })

  test('the folder is a file', async () => {
    const folder = join(temporaryFolder(), 'data')
    writeFileSync(folder, '')
    expect((await failure(start({ folder }))).code).toBe('LAKE_DATA_UNREADABLE')
  })

  test('another lake runs on the folder', async () => {
    const folder = temporaryFolder()
    await lakeForTest({ folder })
    const { exit, stderr } = await spawnLake(folder)
    expect(await exit).toBe(1)
    expect(stderr()).toMatch(/^LAKE_DATA_IN_USE: /)
  })

  test('an option is impossible', async () => {
    expect((await failure(start({ projectId: 'Not an ID' }))).code).toBe('LAKE_OPTION_INVALID')
    const { exit, stderr } = await spawnLake(temporaryFolder(), { LAKE_PORT: 'many' })
    expect(await exit).toBe(1)
    expect(stderr()).toMatch(/^LAKE_OPTION_INVALID: /)
  })

  test('the folder may not be written by this user', async () => {
    const folder = join(temporaryFolder(), 'locked')
    mkdirSync(folder)
    chmodSync(folder, 0o500)
    onTestFinished(() => chmodSync(folder, 0o700))
    // The superuser may write anywhere, so for that user the lake starts.
    if (process.getuid?.() === 0) await (await start({ folder })).close()
    else expect((await failure(start({ folder }))).code).toBe('LAKE_DATA_UNREADABLE')
  })
})

describe('as a process of its own', () => {
  test('ends cleanly on SIGTERM, with listeners open', async () => {
    const { child, url, exit, stderr } = await spawnLake(temporaryFolder())
    const stream = await fetch(`${url}/v1/data/listen/${DATASET}?query=*`)
    expect(stream.status).toBe(200)
    child.kill('SIGTERM')
    expect(await exit).toBe(0)
    expect(stderr()).toBe('')
    await stream.text().catch(() => '')
  })

  test('loses no write that it has acknowledged when it is killed', async () => {
    const folder = temporaryFolder()
    const first = await spawnLake(folder)
    const client = clientOf(first)
    const acknowledged: string[] = []
    const writers = [0, 1, 2].map(async (writer) => {
      for (let n = 0; ; n++) {
        const _id = `x-${writer}-${n}`
        await client
          .transaction()
          .create({ _id, _type: 'exam' })
          .create({ _id: `drafts.${_id}`, _type: 'exam' })
          .commit()
        acknowledged.push(_id)
        if (acknowledged.length === 60) first.child.kill('SIGKILL')
      }
    })
    await Promise.allSettled(writers)
    await first.exit
    const second = await spawnLake(folder)
    const found = new Set(await clientOf(second).fetch<string[]>('*._id'))
    expect(acknowledged.length).toBeGreaterThanOrEqual(60)
    for (const id of acknowledged) expect(found).toContain(id)
    // Every transaction is there whole or not at all.
    for (const id of found) expect(found).toContain(id.startsWith('drafts.') ? id.slice(7) : `drafts.${id}`)
  })
})
