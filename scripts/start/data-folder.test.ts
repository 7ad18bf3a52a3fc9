import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deleteDataFolder, openDataFolder } from './data-folder.ts'
import { openInstallation } from './installation.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-data-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the data folder', () => {
  test('a second start of the same folder is refused while the first runs', () => {
    const path = join(folder, 'data')
    const first = openDataFolder(path)
    writeFileSync(join(path, 'running.pid'), `${process.ppid}\n`)
    expect(() => openDataFolder(path)).toThrow(/already running/)
    expect(() => deleteDataFolder(path)).toThrow(/in use/)
    first.release()
    openDataFolder(path).release()
  })

  test('a lock that a killed process left does not count', () => {
    const path = join(folder, 'data')
    openDataFolder(path)
    writeFileSync(join(path, 'running.pid'), '99999999\n')
    openDataFolder(path).release()
  })

  test('only a folder of ours is deleted', () => {
    const theirs = join(folder, 'photographs')
    mkdirSync(theirs)
    writeFileSync(join(theirs, 'a.jpg'), '')
    expect(() => deleteDataFolder(theirs)).toThrow(/was not made by the survival pack/)
    expect(existsSync(join(theirs, 'a.jpg'))).toBe(true)
    const ours = join(folder, 'data')
    openDataFolder(ours).release()
    deleteDataFolder(ours)
    expect(existsSync(ours)).toBe(false)
  })

  test('a file where the folder should be is a sentence with the remedy', () => {
    const path = join(folder, 'file')
    writeFileSync(path, '')
    expect(() => openDataFolder(path)).toThrow(/cannot be written/)
  })
})

describe('an installation', () => {
  test('makes its secrets once and keeps them', async () => {
    const first = await openInstallation(folder)
    expect(await openInstallation(folder)).toEqual(first)
  })

  test('a damaged file is refused and left as it is', async () => {
    writeFileSync(join(folder, 'installation.json'), '{"lakeEditorToken":')
    await expect(openInstallation(folder)).rejects.toThrow(/is damaged/)
  })
})
