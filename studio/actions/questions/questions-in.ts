/** The questions of an exam document as they are stored; none while there is no document or no list. */
export function questionsIn(document: unknown): readonly unknown[] {
  if (typeof document !== 'object' || document === null || !('questions' in document)) return []
  return Array.isArray(document.questions) ? document.questions : []
}
