import { z } from 'zod'
import { canonicalJson } from './canonical-json.ts'

/** A key that Sanity gives to an array member: it names a question or a choice for ever, whatever its position. */
export const keySchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** The public name of an exam version: 64 lower-case hexadecimal digits. */
export const versionNameSchema = z.string().regex(/^[0-9a-f]{64}$/)

const choiceSchema = z.strictObject({
  key: keySchema,
  text: z.string().min(1),
  correct: z.boolean(),
  rationale: z.string(),
})

const questionSchema = z
  .strictObject({
    key: keySchema,
    stem: z.string().min(1),
    kind: z.enum(['single', 'multiple']),
    choices: z.array(choiceSchema).min(2),
  })
  .refine((question) => distinct(question.choices.map((choice) => choice.key)), {
    message: 'two choices share a key',
    path: ['choices'],
  })
  .refine((question) => question.choices.some((choice) => choice.correct), {
    message: 'no choice is marked as correct',
    path: ['choices'],
  })
  .refine(
    (question) =>
      question.kind === 'multiple' || question.choices.filter((choice) => choice.correct).length === 1,
    { message: 'a question with one best answer has exactly one correct choice', path: ['choices'] },
  )

/** A unit of the framework that an exam covers, as it was named then. */
export const competencySchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  registrantType: z.string().min(1),
})

/**
 * Everything that can be graded or awarded, frozen: the Worker keeps each version for ever, so a member is graded by
 * the questions that they saw and a certificate is printed from the facts of its day.
 *
 * `passMark` is a percentage (0–100, reached or exceeded to pass); `points` are CET points; `firstPublished` is not
 * here because it does not bear on an award.
 */
export const examVersionSchema = z
  .strictObject({
    exam: z.string().min(1),
    title: z.string().min(1),
    item: z.strictObject({
      id: z.string().min(1),
      title: z.string().min(1),
      path: z.string().startsWith('/'),
    }),
    reference: z.string().min(1),
    points: z.number().positive(),
    pointType: z.enum(['non-interactive', 'interactive']),
    competencies: z.array(competencySchema),
    passMark: z.number().min(1).max(100),
    maxAttempts: z.int().min(1).max(10),
    feedback: z.enum(['after-last-word', 'never']),
    questions: z.array(questionSchema).min(1),
  })
  .refine((version) => distinct(version.questions.map((question) => question.key)), {
    message: 'two questions share a key',
    path: ['questions'],
  })

/** A graded exam as the Worker keeps it; see {@link examVersionSchema}. */
export type ExamVersion = z.infer<typeof examVersionSchema>

/**
 * The bytes that an exam version's name is computed over.
 *
 * @param version a valid exam version; the order of questions and choices is kept, the order of properties is not.
 * @returns canonical JSON (RFC 8785 for the values used here), equal for equal versions.
 */
export function canonicalExamVersion(version: ExamVersion): string {
  return canonicalJson(version)
}

/**
 * Names an exam version by HMAC-SHA-256 over its canonical JSON.
 *
 * Keyed, because the name is printed on the exam page: from a bare hash anyone who knows the questions could try every
 * possible key offline (six questions of four choices are 4,096 candidates) and read off the one that fits.
 *
 * @param secret the release secret, at least 32 bytes of text that never reaches the site's build.
 * @param canonical what {@link canonicalExamVersion} returned.
 * @returns 64 lower-case hexadecimal digits.
 * @throws RangeError when the secret is shorter than 32 characters.
 */
export async function examVersionName(secret: string, canonical: string): Promise<string> {
  if (secret.length < 32) throw new RangeError('The release secret must have at least 32 characters.')
  const utf8 = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', utf8.encode(secret), algorithm, false, ['sign'])
  const mac = new Uint8Array(await crypto.subtle.sign(algorithm.name, key, utf8.encode(canonical)))
  return Array.from(mac, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function distinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length
}
