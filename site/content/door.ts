import type { z } from 'zod'
import { contentInvalid, type Fault, faultsOf, nameOf } from './faults.ts'
import { articleSchema } from './schema-article.ts'
import { examSchema } from './schema-exam.ts'
import { cycleSchema, frameworkSchema, schemeSchema } from './schema-framework.ts'
import { opportunitySchema } from './schema-opportunity.ts'
import { packSchema, settingsSchema } from './schema-pack.ts'
import { videoSchema } from './schema-video.ts'
import type { Exam, Framework, Item, SiteContent } from './types.ts'
import type { VersionNames } from './versions.ts'

/**
 * The door through which content enters the site: nothing unchecked passes.
 *
 * @param answer what the lake answered to `siteContentQuery`.
 * @param versions the version that each exam's page is to carry, by exam ID.
 * @throws SiteError CONTENT_INVALID, listing every document that breaks a rule.
 */
export function siteContent(answer: unknown, versions: VersionNames): SiteContent {
  const { content, faults } = checkContent(answer, versions)
  if (content === undefined) throw contentInvalid(faults)
  return content
}

/** What the door found: content that keeps every rule, or the faults of content that does not. */
export type Checked = { readonly content?: SiteContent; readonly faults: readonly Fault[] }

/** The same door for whoever can go on with faults, see {@link siteContent}. */
export function checkContent(answer: unknown, versions: VersionNames): Checked {
  const faults: Fault[] = []
  const check = <Schema extends z.ZodType>(
    schema: Schema,
    document: unknown,
  ): z.infer<Schema> | undefined => {
    const parsed = schema.safeParse(document)
    if (parsed.success) return parsed.data
    faults.push(...faultsOf(document, parsed.error))
    return undefined
  }
  const fault = (document: unknown, field: string, remedy: string) =>
    faults.push({ ...nameOf(document), field, remedy })

  const settings = check(settingsSchema, answer)
  const rawPack = member(answer, 'activePack')
  if (!isObject(rawPack)) {
    fault(answer, 'activePack', 'Choose the pack that is to be shown, and publish it.')
    return { faults }
  }
  const pack = check(packSchema, rawPack)

  /** A document that another one refers to; without it, a fault of the one that refers. */
  const referred = (document: unknown, field: string): Record<string, unknown> | undefined => {
    const raw = member(document, field)
    if (isObject(raw)) return raw
    fault(document, field, `Choose the ${field}, and publish it.`)
    return undefined
  }
  const frameworkOf = (raw: Record<string, unknown> | undefined): Framework | undefined => {
    if (raw === undefined) return undefined
    const framework = check(frameworkSchema, raw)
    const rawCycle = referred(raw, 'cycle')
    const rawScheme = rawCycle && referred(rawCycle, 'scheme')
    const cycle = rawCycle && check(cycleSchema, rawCycle)
    const scheme = rawScheme && check(schemeSchema, rawScheme)
    return framework && cycle && scheme && { ...framework, cycle: { ...cycle, scheme } }
  }
  const framework = frameworkOf(referred(rawPack, 'framework'))

  const exam = (item: unknown): Exam | undefined => {
    const raw = member(item, 'exam')
    if (!isObject(raw)) {
      fault(item, 'exam', 'Choose the exam that belongs to this item, and publish it.')
      return undefined
    }
    const checked = check(examSchema, raw)
    const version = checked && versions[checked._id]?.version
    if (checked && version === undefined) {
      fault(raw, 'version', 'Run the release step again: it has not named a version of this exam.')
    }
    return checked && version !== undefined ? { ...checked, version } : undefined
  }

  const rawItems = member(rawPack, 'items')
  if (!Array.isArray(rawItems) || rawItems.length === 0)
    fault(rawPack, 'items', 'Add at least one article or video.')
  const items = (Array.isArray(rawItems) ? rawItems : []).flatMap((raw: unknown, index): Item[] => {
    const type = member(raw, '_type')
    if (type !== 'article' && type !== 'video') {
      fault(
        rawPack,
        `items, number ${index + 1}`,
        'Publish the item that is listed here, or remove it from the pack.',
      )
      return []
    }
    const its = exam(raw)
    if (type === 'article') {
      const article = check(articleSchema, raw)
      return article && its ? [{ ...article, exam: its }] : []
    }
    const video = check(videoSchema, raw)
    return video && its ? [{ ...video, exam: its }] : []
  })
  faults.push(
    ...sharedBy(items, (item) => item.slug, 'slug', 'Change the address: another item of the pack has it.'),
  )
  faults.push(
    ...sharedBy(
      items,
      (item) => item.exam._id,
      'exam',
      'Choose another exam: this one belongs to another item.',
    ),
  )

  const rawOpportunities = member(answer, 'opportunities')
  const opportunities = (Array.isArray(rawOpportunities) ? rawOpportunities : []).flatMap(
    (raw: unknown) => check(opportunitySchema, raw) ?? [],
  )

  if (faults.length > 0 || !settings || !pack || !framework) return { faults }
  return { content: { settings, pack: { ...pack, framework, items }, opportunities }, faults }
}

/** Faults of the items that have something which an earlier item has already. */
function sharedBy(
  items: readonly Item[],
  of: (item: Item) => string,
  field: string,
  remedy: string,
): Fault[] {
  const seen = new Set<string>()
  return items
    .filter((item) => seen.size === seen.add(of(item)).size)
    .map((item) => ({ ...nameOf(item), field, remedy }))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function member(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined
}
