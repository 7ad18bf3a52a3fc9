import { z } from 'zod'

/**
 * Field rules whose message is the remedy: what an editor is to do in Studio when the rule is broken. GROQ answers
 * `null` for a field that is not there.
 */

/** Text that is there and not blank. */
export const text = (remedy: string) => z.string({ error: remedy }).regex(/\S/, remedy)

/** Text that may be missing; blank counts as missing. */
export const optionalText = z
  .string({ error: 'Write text, or clear the field.' })
  .nullish()
  .transform((value) => (value?.trim() ? value : undefined))

/** A calendar day, `2021-12-28`. */
export const day = (remedy: string) => z.iso.date({ error: remedy })

/** A whole number within limits, both included. */
export const whole = (from: number, to: number, remedy: string) =>
  z.int({ error: remedy }).min(from, remedy).max(to, remedy)

/** A list with at least one member. */
export const some = <Member extends z.ZodType>(member: Member, remedy: string) =>
  z.array(member, { error: remedy }).min(1, remedy)

/** A list that may be missing. */
export const any = <Member extends z.ZodType>(member: Member) =>
  z
    .array(member)
    .nullish()
    .transform((value) => value ?? [])

/** A document that a reference leads to, once it is published. */
export const published = <Shape extends z.ZodRawShape>(shape: Shape, remedy: string) =>
  z.object(shape, { error: remedy })

/** The key of a list member: it names a question or a choice for ever. */
export const key = z.string({ error: 'Remove this entry and add it again: it has no key.' }).min(1)
