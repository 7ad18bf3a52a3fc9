import { type AnyAuthored, withKeys } from '../authored.ts'
import { articleAnisometropia } from './article-anisometropia.ts'
import { articleContactLensComplications } from './article-contact-lens-complications.ts'
import { articleDryEye } from './article-dry-eye.ts'
import { articleFlashes } from './article-flashes.ts'
import { articleLowVision } from './article-low-vision.ts'
import { articlePaediatricDispensing } from './article-paediatric-dispensing.ts'
import { articlePrescribingAnteriorUveitis } from './article-prescribing-anterior-uveitis.ts'
import { examAnisometropia } from './exam-anisometropia.ts'
import { examContactLensAftercare } from './exam-contact-lens-aftercare.ts'
import { examContactLensComplications } from './exam-contact-lens-complications.ts'
import { examDryEye } from './exam-dry-eye.ts'
import { examFlashes } from './exam-flashes.ts'
import { examLowVision } from './exam-low-vision.ts'
import { examPaediatricDispensing } from './exam-paediatric-dispensing.ts'
import { examPrescribingAnteriorUveitis } from './exam-prescribing-anterior-uveitis.ts'
import { examPrescribingAudit } from './exam-prescribing-audit.ts'
import { competencies, cycle, framework, scheme } from './framework.ts'
import { cpdCycle, cpdDomains, cpdFramework, cpdScheme } from './framework-cpd.ts'
import { opportunities } from './opportunities.ts'
import { pack, siteSettings } from './pack.ts'
import { registrantTypes } from './registrant-types.ts'
import { videoContactLensAftercare } from './video-contact-lens-aftercare.ts'
import { videoPrescribingAudit } from './video-prescribing-audit.ts'

/** The articles of the demonstration pack. */
export const articles = [
  articleDryEye,
  articleFlashes,
  articleLowVision,
  articlePaediatricDispensing,
  articleAnisometropia,
  articleContactLensComplications,
  articlePrescribingAnteriorUveitis,
].map(withKeys)
/** Its videos. */
export const videos = [videoContactLensAftercare, videoPrescribingAudit].map(withKeys)
/** Their exams. */
export const exams = [
  examDryEye,
  examFlashes,
  examContactLensAftercare,
  examLowVision,
  examPaediatricDispensing,
  examAnisometropia,
  examContactLensComplications,
  examPrescribingAnteriorUveitis,
  examPrescribingAudit,
].map(withKeys)

/** Every document of the demonstration pack, with keys; files are still marked (`LocalAsset`). */
export const documents: readonly AnyAuthored[] = [
  ...[framework, ...registrantTypes, ...competencies, pack, siteSettings].map((document) =>
    withKeys<AnyAuthored>(document),
  ),
  ...[scheme, cycle].map((document) => withKeys<AnyAuthored>(document)),
  ...[cpdScheme, cpdCycle, cpdFramework, ...cpdDomains].map((document) => withKeys<AnyAuthored>(document)),
  ...opportunities.map((document) => withKeys<AnyAuthored>(document)),
  ...exams,
  ...articles,
  ...videos,
]
