import { isObject } from './authored.ts'

const addedByTheLake = new Set(['_createdAt', '_updatedAt', '_rev', '_system'])

/**
 * Where a stored document first differs from the wanted one.
 *
 * @param wanted the document as it was to be written.
 * @param stored the document as the Content Lake returns it; what it adds on its own is overlooked.
 * @returns a path such as `questions[2].stem`, or undefined when they are equal. The order of fields does not matter.
 */
export function firstDifference(
  wanted: Record<string, unknown>,
  stored: Record<string, unknown>,
): string | undefined {
  const own = Object.fromEntries(Object.entries(stored).filter(([field]) => !addedByTheLake.has(field)))
  return difference(wanted, own, '')
}

function difference(wanted: unknown, stored: unknown, path: string): string | undefined {
  if (Array.isArray(wanted) && Array.isArray(stored)) {
    if (wanted.length !== stored.length) return path
    return first(wanted.keys(), (index) => difference(wanted[index], stored[index], `${path}[${index}]`))
  }
  if (isObject(wanted) && isObject(stored)) {
    const fields = new Set([...Object.keys(wanted), ...Object.keys(stored)])
    return first(fields, (field) =>
      difference(wanted[field], stored[field], path === '' ? field : `${path}.${field}`),
    )
  }
  return Object.is(wanted, stored) ? undefined : path
}

function first<Each>(all: Iterable<Each>, look: (each: Each) => string | undefined): string | undefined {
  for (const each of all) {
    const found = look(each)
    if (found !== undefined) return found
  }
  return undefined
}
