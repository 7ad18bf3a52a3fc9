import type { PackContent, Subject } from './content.ts'
import type { CheckGroup, Finding } from './model.ts'

/** A check: what holds when it finds nothing, and how it looks. */
export type CheckRule = {
  readonly code: string
  readonly group: CheckGroup
  readonly title: string
  readonly find: (content: PackContent) => Finding[]
}

/** Something that stands in the way of publishing. For the parts see {@link Finding}. */
export function missing(subject: Subject, path: string, what: string, remedy: string): Finding {
  return finding('missing', subject, path, what, remedy)
}

/** Something that an editor should know, and may leave as it is. */
export function advice(subject: Subject, path: string, what: string, remedy: string): Finding {
  return finding('advice', subject, path, what, remedy)
}

/** The path of a list's member, such as `body[_key=="a1"].alt`. Without a key it is the list's own. */
export function member(list: string, key: unknown, field?: string): string {
  if (typeof key !== 'string' || key === '') return list
  return `${list}[_key=="${key}"]${field === undefined ? '' : `.${field}`}`
}

function finding(
  level: Finding['level'],
  { id, document, title, state }: Subject,
  path: string,
  what: string,
  remedy: string,
): Finding {
  return { level, documentId: id, type: document._type, about: title, state, path, what, remedy }
}
