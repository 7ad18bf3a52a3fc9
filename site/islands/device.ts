import { type Draft, type Pending, readDraft, readPending, readSent, type Sent } from './draft.ts'
import type { FormFacts } from './exam-form.ts'
import type { View } from './exam-stage.ts'

/** What another tab did with what is kept here. */
export type Change =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'sent'; readonly sent: Sent }
  /** `version`: of the exam that the answers were to which are gone; undefined if that is not known. */
  | { readonly kind: 'cleared'; readonly version: string | undefined }
  | { readonly kind: 'pending' }

/** What is kept on this device for one member and one exam. Writing tells whether it worked, and nothing ever throws. */
export type Device = {
  draft(): Draft | undefined
  sent(): Sent | undefined
  pending(): Pending | undefined
  keepDraft(draft: Draft): boolean
  keepPending(pending: Pending): boolean
  dropPending(): void
  /** Takes away everything but the word that it was sent. */
  finish(sent: Sent): void
  clear(): void
  view(): View | undefined
  keepView(view: View): void
  /** Calls back when another tab has changed something; returns what ends it. */
  watch(changed: (change: Change) => void): () => void
}

/** How the questions are looked at is the device’s, whoever uses it. */
const viewKey = 'exam-view'

/** The place on this device for the member and the exam of a form: nobody else’s is read, shown or deleted. */
export function deviceOf({ member, exam }: FormFacts): Device {
  const draftKey = `exam-draft:${member}:${exam}`
  const pendingKey = `exam-outbox:${member}:${exam}`
  // A page that did not come from the Worker knows of no member, so nothing may be kept.
  const usable = member !== ''
  const read = (key: string) => (usable ? quietly(() => localStorage.getItem(key)) : undefined) ?? null
  const write = (key: string, value: object) =>
    usable &&
    quietly(() => {
      localStorage.setItem(key, JSON.stringify(value))
      return true
    }) === true
  const remove = (key: string) => quietly(() => localStorage.removeItem(key))
  return {
    draft: () => readDraft(read(draftKey)),
    sent: () => readSent(read(draftKey)),
    pending: () => readPending(read(pendingKey)),
    keepDraft: (draft) => write(draftKey, draft),
    keepPending: (pending) => write(pendingKey, pending),
    dropPending: () => remove(pendingKey),
    finish(sent) {
      // Nothing is better than a draft that looks as if it had not been sent.
      if (!write(draftKey, sent)) remove(draftKey)
      remove(pendingKey)
    },
    clear: () => remove(draftKey),
    view() {
      const kept = quietly(() => localStorage.getItem(viewKey))
      return kept === 'one' || kept === 'all' ? kept : undefined
    },
    keepView: (view) => quietly(() => localStorage.setItem(viewKey, view)),
    watch(changed) {
      const listen = ({ key, newValue, oldValue }: StorageEvent) => {
        if (key === pendingKey) changed({ kind: 'pending' })
        if (key !== draftKey) return
        const sent = readSent(newValue)
        const draft = readDraft(newValue)
        if (sent) changed({ kind: 'sent', sent })
        else
          changed(
            draft ? { kind: 'draft', draft } : { kind: 'cleared', version: readDraft(oldValue)?.version },
          )
      }
      addEventListener('storage', listen)
      return () => removeEventListener('storage', listen)
    },
  }
}

/** Browsers throw when storage is full, or forbidden altogether. */
function quietly<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
