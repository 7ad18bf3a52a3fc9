import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from '../user-error.ts'

const clockSchema = z.strictObject({ epoch: z.iso.datetime(), since: z.iso.datetime() })

/** A demonstration clock: it showed `epoch` at the real instant `since`, and goes at the same pace. Both in UTC. */
export type DemonstrationClock = z.infer<typeof clockSchema>

/** Where the demonstration clock starts unless somebody says otherwise: the pack is open then. */
const defaultEpoch = '2021-10-04T09:00:00Z'

/**
 * The clock of a data folder. It goes on from start to start, so that records never lie in the future; naming an
 * instant sets it anew.
 *
 * @param asked an instant to set it to, or undefined to go on.
 * @param now the real time, in milliseconds of the Unix epoch.
 * @throws UserError START_CLOCK_BROKEN when the kept clock cannot be understood.
 */
export function demonstrationClock(
  folder: string,
  asked: string | undefined,
  now: number,
): DemonstrationClock {
  const file = join(folder, 'clock.json')
  if (asked === undefined && existsSync(file)) {
    const kept = clockSchema.safeParse(parseJson(readFileSync(file, 'utf8')))
    if (kept.success) return kept.data
    throw new UserError(
      'START_CLOCK_BROKEN',
      `${file} is damaged.`,
      'Set the clock anew: npm start -- --clock 2021-10-04T09:00:00Z',
    )
  }
  const clock = { epoch: asked ?? defaultEpoch, since: new Date(now).toISOString() }
  writeFileSync(file, `${JSON.stringify(clock)}\n`)
  return clock
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
