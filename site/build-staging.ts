import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const prefix = 'site-build-'
let builds = 0

/**
 * A folder for one build, used by no other. It lies inside the project, because compiled pages import packages from
 * there while they are rendered.
 */
export function stagingFolder(root: string): string {
  builds++
  return join(root, '.astro', `${prefix}${process.pid}-${builds}`)
}

/** Removes folders of builds whose process has ended before it could. */
export async function clearLeftovers(root: string): Promise<void> {
  const folder = join(root, '.astro')
  const names = await readdir(folder).catch(() => [])
  const left = names.filter((name) => name.startsWith(prefix) && !isRunning(Number(name.split('-')[2])))
  await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true })))
}

/** Puts a folder in the place of another, on the same disk or not. */
export async function moveFolder(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true })
  await mkdir(dirname(to), { recursive: true })
  try {
    await rename(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
    await cp(from, to, { recursive: true })
    await rm(from, { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
