/** The list at a place; an empty one where there is none. */
export function listAt(lists: readonly (readonly number[])[], place: number): readonly number[] {
  return lists[place] ?? none
}

const none: readonly number[] = []
