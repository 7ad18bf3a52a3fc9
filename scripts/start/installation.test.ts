import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openInstallation } from './installation.ts'

describe('the secrets of an installation', () => {
  let folder: string
  const file = () => join(folder, 'installation.json')
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'installation-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('are made once, differ from each other and are for the owner alone', async () => {
    const made = await openInstallation(folder)
    expect(await openInstallation(folder)).toEqual(made)
    const { receiptKey: _, ...secrets } = made
    expect(new Set(Object.values(secrets)).size).toBe(Object.keys(secrets).length)
    expect(statSync(file()).mode & 0o777).toBe(0o600)
  })

  test('that came later are added to an older installation, which keeps the others', async () => {
    const { examUseToken, ...older } = await openInstallation(folder)
    writeFileSync(file(), JSON.stringify(older))
    const opened = await openInstallation(folder)
    expect(opened).toEqual({ ...older, examUseToken: expect.any(String) })
    expect(opened.examUseToken).not.toBe(examUseToken)
    expect(await openInstallation(folder)).toEqual(opened)
  })

  test.each(['', '{', '{"lakeEditorToken":"x"}', 'null'])(
    'are not overwritten when the file holds %j',
    async (damaged) => {
      writeFileSync(file(), damaged)
      await expect(openInstallation(folder)).rejects.toThrow(/damaged/)
      expect(readFileSync(file(), 'utf8')).toBe(damaged)
    },
  )
})
