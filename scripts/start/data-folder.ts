import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../user-error.ts'

/** Everything that is kept between two starts lives under one folder; each service has its own place in it. */
export type DataFolder = {
  readonly path: string
  /** The path of a service's own place, made when it is missing. */
  place(name: string): string
  /** Gives the folder free for the next start. */
  release(): void
}

/** A file that only we write: its presence tells that a folder is ours to reset. */
const marker = 'survival-pack.json'

/**
 * Opens the data folder for one running `npm start`.
 *
 * @throws UserError START_DATA_UNWRITABLE, START_DATA_FOREIGN or START_ALREADY_RUNNING.
 */
export function openDataFolder(path: string): DataFolder {
  try {
    mkdirSync(path, { recursive: true })
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new UserError(
      'START_DATA_UNWRITABLE',
      `The data folder ${path} cannot be written (${error instanceof Error ? error.message : String(error)}).`,
      'Correct its permissions, or choose another: npm start -- --data FOLDER',
    )
  }
  const lock = join(path, 'running.pid')
  const running = runningProcess(lock)
  if (running !== undefined) {
    throw new UserError(
      'START_ALREADY_RUNNING',
      `The survival pack is already running on ${path} (process ${running}).`,
      'Use that one, stop it with Ctrl-C, or start a second one with its own ports and --data FOLDER.',
    )
  }
  writeFileSync(join(path, marker), `${JSON.stringify({ format: 1 })}\n`)
  writeFileSync(lock, `${process.pid}\n`)
  return {
    path,
    place(name) {
      const place = join(path, name)
      mkdirSync(place, { recursive: true })
      return place
    },
    release() {
      rmSync(lock, { force: true })
    },
  }
}

/**
 * Deletes a data folder.
 *
 * @throws UserError START_DATA_FOREIGN when the folder holds something else than our data, so that a mistyped `--data`
 * never deletes somebody's files; START_ALREADY_RUNNING when it is in use.
 */
export function deleteDataFolder(path: string): void {
  if (!existsSync(path)) return
  if (!existsSync(join(path, marker))) {
    throw new UserError(
      'START_DATA_FOREIGN',
      `${path} was not made by the survival pack, so it is not deleted.`,
      'Name the right folder with --data, or delete it yourself.',
    )
  }
  const running = runningProcess(join(path, 'running.pid'))
  if (running !== undefined) {
    throw new UserError(
      'START_ALREADY_RUNNING',
      `The data in ${path} is in use (process ${running}).`,
      'Stop that one with Ctrl-C first.',
    )
  }
  rmSync(path, { recursive: true, force: true })
}

/** The process that holds the lock, or undefined when none does (a lock left by a killed process does not count). */
function runningProcess(lock: string): number | undefined {
  if (!existsSync(lock)) return undefined
  const pid = Number.parseInt(readFileSync(lock, 'utf8'), 10)
  if (!Number.isInteger(pid) || pid === process.pid) return undefined
  try {
    process.kill(pid, 0)
    return pid
  } catch {
    return undefined
  }
}
