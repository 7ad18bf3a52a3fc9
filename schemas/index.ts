import type { SchemaTypeDefinition } from 'sanity'
import { article } from './documents/article.ts'
import { competency } from './documents/competency.ts'
import { cycle } from './documents/cycle.ts'
import { exam } from './documents/exam.ts'
import { framework } from './documents/framework.ts'
import { interactiveOpportunity } from './documents/interactive-opportunity.ts'
import { pack } from './documents/pack.ts'
import { registrantType } from './documents/registrant-type.ts'
import { regradeRequest } from './documents/regrade-request.ts'
import { scheme } from './documents/scheme.ts'
import { siteSettings } from './documents/site-settings.ts'
import { video } from './documents/video.ts'
import { articleBody } from './objects/article-body.ts'
import { chapter } from './objects/chapter.ts'
import { choice } from './objects/choice.ts'
import { citation } from './objects/citation.ts'
import { citedWork } from './objects/cited-work.ts'
import { contributor } from './objects/contributor.ts'
import { dataTable } from './objects/data-table.ts'
import { figure } from './objects/figure.ts'
import { learningObjective } from './objects/learning-objective.ts'
import { pearl } from './objects/pearl.ts'
import { poster } from './objects/poster.ts'
import { question } from './objects/question.ts'
import { republication } from './objects/republication.ts'
import { requirement } from './objects/requirement.ts'
import { tableRow } from './objects/table-row.ts'
import { transcriptPassage } from './objects/transcript-passage.ts'

export { pathWithinQuestions } from './rules/lints.ts'
export { SINGLETON_TYPES, SITE_SETTINGS_ID } from './singletons.ts'

/** Every type of the content model: documents first, then the objects that they are made of. */
export const schemaTypes: SchemaTypeDefinition[] = [
  article,
  video,
  exam,
  pack,
  interactiveOpportunity,
  scheme,
  cycle,
  competency,
  framework,
  registrantType,
  regradeRequest,
  siteSettings,
  articleBody,
  chapter,
  choice,
  citation,
  citedWork,
  contributor,
  dataTable,
  figure,
  learningObjective,
  pearl,
  poster,
  question,
  republication,
  requirement,
  tableRow,
  transcriptPassage,
]
