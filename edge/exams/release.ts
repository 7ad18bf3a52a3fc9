import { Hono } from 'hono'
import { type ExamVersion, releaseSchema } from '../../core/index.ts'
import type { App } from '../context.ts'
import { mediaType, parseJson, readText } from '../http/body.ts'
import { RequestError } from '../http/problem.ts'
import { knownVersions, readVersion, storeRelease } from '../records/exams.ts'
import { requireReleaseToken } from './release-token.ts'

/** A release carries every exam of a pack at once, in bytes. */
const releaseLimit = 16_000_000

/** The release step's door: exam versions come in here before any page names them. */
export const releaseRoutes = new Hono<App>()

releaseRoutes.put('/api/release', async (c) => {
  const { db, now } = c.env.edge
  await requireReleaseToken(c)
  if (mediaType(c.req.raw) !== 'application/json') {
    throw new RequestError('request/wrong-content-type', 'A release is sent as application/json.')
  }
  const parsed = releaseSchema.safeParse(parseJson(await readText(c.req.raw, releaseLimit)))
  if (!parsed.success) {
    throw invalid(parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), detail: issue.message })))
  }
  const release = parsed.data
  const known = await knownVersions(
    db,
    Array.from(
      new Set([...release.versions, ...release.exams.map(({ version: name }) => ({ name }))]),
      ({ name }) => name,
    ),
  )
  const taken = release.versions.filter(({ name, body }) => (known.get(name) ?? body) !== body)
  if (taken.length > 0) {
    throw new RequestError('release/name-taken', `Taken: ${taken.map(({ name }) => name).join(', ')}.`)
  }
  const versions = new Map<string, ExamVersion>()
  const faults: { path: string; detail: string }[] = []
  const bodies = new Map([...known, ...release.versions.map(({ name, body }) => [name, body] as const)])
  for (const [name, body] of bodies) {
    try {
      versions.set(name, readVersion(body))
    } catch {
      faults.push({ path: `versions.${name}`, detail: 'is not an exam version' })
    }
  }
  for (const { exam, version } of release.exams) {
    if (versions.get(version)?.exam !== exam) {
      faults.push({ path: `exams.${exam}`, detail: 'names a version that is unknown or of another exam' })
    }
  }
  if (faults.length > 0) throw invalid(faults)
  const added = release.versions.map(({ name }) => name).filter((name) => !known.has(name))
  await storeRelease(db, release, versions, Array.from(new Set(added)), now())
  return c.json({ known: release.versions.length - added.length, added: added.length })
})

function invalid(faults: readonly { path: string; detail: string }[]): RequestError {
  return new RequestError('release/invalid', 'Parts of the release are missing or of the wrong shape.', {
    errors: faults.slice(0, 50).map((fault) => ({ ...fault, code: 'invalid' })),
  })
}
