import { z } from 'zod'
import {
  canonicalExamVersion,
  type ExamVersion,
  examVersionName,
  examVersionSchema,
  type Release,
  windowSchema,
} from '../../core/index.ts'
import { UserError } from '../user-error.ts'

const packSchema = z.object({
  _id: z.string(),
  title: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  timeZone: z.string(),
  framework: z.string().nullish(),
  items: z.array(
    z.looseObject({
      _id: z.string(),
      title: z.string(),
      slug: z.string(),
      reference: z.string(),
      competencies: z.array(z.unknown()).nullable(),
      exam: z.looseObject({ _id: z.string(), title: z.string() }),
    }),
  ),
})

/**
 * Turns what the Content Lake holds into what the Worker must know before a site goes live.
 *
 * @param content the result of `releaseExamsQuery`, not yet trusted.
 * @param secret the release secret, see `examVersionName`.
 * @returns one version and one window for each exam, in the order of the pack.
 * @throws UserError RELEASE_CONTENT_INVALID, naming every document and field that is at fault.
 */
export async function examVersions(content: unknown, secret: string): Promise<Release> {
  const pack = packSchema.safeParse(content)
  if (!pack.success) throw invalid(pack.error.issues.map((issue) => `the active pack, ${describe(issue)}`))
  const window = windowSchema.safeParse({
    opensOn: pack.data.opensOn,
    closesOn: pack.data.closesOn,
    timeZone: pack.data.timeZone,
  })
  const faults = window.success
    ? []
    : window.error.issues.map((issue) => `“${pack.data.title}” (${pack.data._id}), ${describe(issue)}`)

  const release: Release = { versions: [], exams: [] }
  for (const item of pack.data.items) {
    const version = examVersionSchema.safeParse(versionOf(item, pack.data.framework))
    if (!version.success) {
      faults.push(
        ...version.error.issues.map((issue) => `“${item.exam.title}” (${item.exam._id}), ${describe(issue)}`),
      )
    } else if (window.success) {
      const body = canonicalExamVersion(version.data)
      const name = await examVersionName(secret, body)
      release.versions.push({ name, body })
      release.exams.push({ exam: version.data.exam, version: name, window: window.data })
    }
  }
  if (faults.length > 0) throw invalid(faults)
  return release
}

type PackItem = z.infer<typeof packSchema>['items'][number]
type PackFramework = z.infer<typeof packSchema>['framework']

/** An item and its exam in the shape of an exam version; fields that are missing stay missing, for zod to name. */
function versionOf(item: PackItem, framework: PackFramework): Record<keyof ExamVersion, unknown> {
  const { exam } = item
  return {
    exam: exam._id,
    title: exam.title,
    item: { id: item._id, title: item.title, path: `/cet/active/${item.slug}/` },
    reference: item.reference,
    points: exam['points'],
    pointType: exam['pointType'],
    competencies: distinctById(counting(item.competencies ?? [], framework)),
    passMark: exam['passMark'],
    maxAttempts: exam['maxAttempts'],
    feedback: exam['feedback'],
    questions: exam['questions'],
  }
}

/** The units of the pack's framework, without its name: an item may be tagged for the next scheme beforehand. */
function counting(competencies: readonly unknown[], framework: PackFramework): unknown[] {
  return competencies.flatMap((each) => {
    if (typeof each !== 'object' || each === null || !('framework' in each)) return [each]
    const { framework: own, ...unit } = each
    return own === framework ? [unit] : []
  })
}

/** Objectives share competencies; an award names each once. */
function distinctById(competencies: readonly unknown[]): unknown[] {
  return Array.from(new Map(competencies.map((each) => [JSON.stringify(each), each])).values())
}

function describe(issue: z.core.$ZodIssue): string {
  return `field ${issue.path.join('.') || '(whole)'}: ${issue.message}`
}

function invalid(faults: readonly string[]): UserError {
  return new UserError(
    'RELEASE_CONTENT_INVALID',
    `What is published cannot be examined:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\n`,
    'Open each document in Studio, mend the field and publish it again. The Worker and the site were left as they were.',
  )
}
