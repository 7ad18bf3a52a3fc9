import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { eventually } from './support/eventually.ts'
import { freePorts, startPack, temporaryData } from './support/pack.ts'

describe('npm start', () => {
  const { data, remove } = temporaryData()
  afterAll(remove)

  test('a second start keeps what was written, Ctrl-C leaves no process, and --reset starts over', async () => {
    const ports = await freePorts()
    const first = await startPack({ data, ports })
    for (const url of [first.site, first.studio]) expect((await fetch(url)).status).toBe(200)
    expect(first.output()).toContain('Olive Sample')
    expect(first.output()).toContain(first.studio)
    await first.client().patch('siteSettings').set({ title: 'Kept over a restart' }).commit()
    await eventually('the change on the site', () => says(first.site, 'Kept over a restart'))
    const children = processesBelow(first.process.pid ?? 0)
    expect(children.length).toBeGreaterThan(0)
    expect(await first.stop()).toBe(0)
    await eventually('every process to be gone', () => (children.some(isRunning) ? undefined : true), 5_000)

    const second = await startPack({ data, ports })
    expect(await says(second.site, 'Kept over a restart')).toBe(true)
    expect(second.output()).toContain('kept as they are')
    await second.stop()

    const third = await startPack({ data, ports, args: ['--reset', '--yes'] })
    expect(await says(third.site, 'Kept over a restart')).toBeUndefined()
    await third.stop()
  })

  test('a taken port is one sentence with the option that chooses another', async () => {
    const ports = await freePorts()
    const squatter = createServer()
    await new Promise<void>((resolve) => squatter.listen(ports.studio, '127.0.0.1', resolve))
    const refused = await startPack({ data, ports }).then(undefined, String)
    await new Promise((resolve) => squatter.close(resolve))
    expect(refused).toContain(`START_PORT_TAKEN: Port ${ports.studio}, which Sanity Studio needs`)
    expect(refused).toContain('--studio-port')
    expect(refused).not.toMatch(/\n\s+at /)
  })

  test('a broken database is one sentence with the remedy', async () => {
    const broken = temporaryData()
    const ports = await freePorts()
    const pack = await startPack({ data: broken.data, ports })
    await pack.stop()
    writeFileSync(
      join(broken.data, 'lake', 'lake.sqlite'),
      'this is not a database, but it is long enough to be read as one',
    )
    const refused = await startPack({ data: broken.data, ports }).then(undefined, String)
    broken.remove()
    expect(refused).toContain('LAKE_DATA_UNREADABLE')
    expect(refused).not.toMatch(/\n\s+at /)
  })

  test('--reset asks, and without anybody to ask it needs --yes', async () => {
    const refused = await startPack({ data, ports: await freePorts(), args: ['--reset'] }).then(
      undefined,
      String,
    )
    expect(refused).toContain('START_RESET_UNCONFIRMED')
  })
})

async function says(url: string, text: string): Promise<true | undefined> {
  return (await (await fetch(url)).text()).includes(text) || undefined
}

/** Every process that descends from one: from /proc where there is one, else by the system's list. */
function processesBelow(parent: number): number[] {
  const below = (pid: number): number[] => childrenOf(pid).flatMap((child) => [child, ...below(child)])
  return below(parent)
}

function childrenOf(pid: number): number[] {
  const tasks = `/proc/${pid}/task`
  const lists = existsSync('/proc/self/task')
    ? (existsSync(tasks) ? readdirSync(tasks) : []).map((task) =>
        readFileSync(`${tasks}/${task}/children`, 'utf8'),
      )
    : [spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).stdout]
  return lists.flatMap((list) => list.trim().split(/\s+/).filter(Boolean).map(Number))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
