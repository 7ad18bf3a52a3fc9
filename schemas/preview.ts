/**
 * Joins the known parts of a preview line and leaves out those that an editor has not filled in yet.
 *
 * @param parts - texts and numbers in reading order; `undefined`, `null`, `false` and empty texts are skipped
 * @returns the line, or `undefined` when nothing is known, so that Studio shows no empty subtitle
 */
export function previewLine(
  ...parts: readonly (string | number | false | null | undefined)[]
): string | undefined {
  const known = parts.filter((part) => part !== undefined && part !== null && part !== false && part !== '')
  return known.length > 0 ? known.join(' · ') : undefined
}

/**
 * A preview title that is never blank.
 *
 * @param title - what the editor has written so far
 * @param fallback - what to show instead, such as "Untitled article"
 */
export function previewTitle(title: string | undefined, fallback: string): string {
  return title?.trim() || fallback
}

/**
 * "1 question", "6 questions": a count with its noun in the right number.
 *
 * @param count - how many there are
 * @param singular - the noun for one
 * @param plural - the noun for none or many; by default the singular with "s"
 */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`
}

/**
 * Seconds as a player shows them: `75` becomes `1:15`, `3675` becomes `1:01:15`.
 *
 * @param seconds - seconds from the beginning; a fraction is cut off
 */
export function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const rest = String(whole % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}
