import type { z } from 'zod'
import type { articleSchema, bodyPartSchema } from './schema-article.ts'
import type { examSchema } from './schema-exam.ts'
import type { cycleSchema, frameworkSchema, schemeSchema } from './schema-framework.ts'
import type { opportunitySchema } from './schema-opportunity.ts'
import type { packSchema, settingsSchema } from './schema-pack.ts'
import type { figureSchema, imageSchema, registrantTypeSchema } from './schema-shared.ts'
import type { videoSchema } from './schema-video.ts'

export type Settings = z.infer<typeof settingsSchema>
export type Scheme = z.infer<typeof schemeSchema>
export type Cycle = z.infer<typeof cycleSchema> & { readonly scheme: Scheme }
export type Framework = z.infer<typeof frameworkSchema> & { readonly cycle: Cycle }
export type Requirement = Framework['requirements'][number]
export type Opportunity = z.infer<typeof opportunitySchema>
export type RegistrantType = z.infer<typeof registrantTypeSchema>
export type Image = z.infer<typeof imageSchema>
export type Figure = z.infer<typeof figureSchema>
export type BodyPart = z.infer<typeof bodyPartSchema>
/** An exam without its key; `version` is the public name of what the Worker will grade by. */
export type Exam = z.infer<typeof examSchema> & { readonly version: string }
export type Article = z.infer<typeof articleSchema> & { readonly exam: Exam }
export type Video = z.infer<typeof videoSchema> & { readonly exam: Exam }
export type Item = Article | Video
export type Pack = z.infer<typeof packSchema> & {
  readonly framework: Framework
  readonly items: readonly Item[]
}
/** Everything that the site shows. */
export type SiteContent = {
  readonly settings: Settings
  readonly pack: Pack
  /** Soonest first, past ones included: which are over is for the server's clock to say. */
  readonly opportunities: readonly Opportunity[]
}
