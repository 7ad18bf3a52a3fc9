import { isObject, type JsonObject, sameJson } from './documents.ts'

/**
 * A patch in Mendoza, the format of Sanity's document histories: a flat list of opcodes and operands for a stack
 * machine. The `mendoza` package only applies patches; this file makes them. Fields of objects, keyed items of arrays
 * and the middle of strings are told apart, so that a history shows who changed which of them.
 */
export type MendozaPatch = unknown[]

const VALUE = 0
const PUSH_FIELD_COPY = 10
const PUSH_FIELD_BLANK = 11
const PUSH_ELEMENT_COPY = 12
const RETURN_INTO_OBJECT_SAME_KEY_POP = 15
const RETURN_INTO_ARRAY_POP = 16
const SET_FIELD = 17
const DELETE_FIELD = 19
const APPEND_VALUE = 20
const APPEND_SLICE = 21
const APPEND_STRING = 22
const APPEND_STRING_SLICE = 23

/**
 * The patch that turns `left` into `right`. Null stands for a document that does not exist. Histories leave `_rev`
 * out of both sides, because clients do so before they apply a patch.
 */
export function diffDocuments(left: JsonObject | null, right: JsonObject | null): MendozaPatch {
  if (left === null || right === null) return [VALUE, right]
  return objectOps(left, right)
}

function objectOps(left: JsonObject, right: JsonObject): MendozaPatch {
  const ops: MendozaPatch = []
  // A field of the left side is named by its index among the sorted keys.
  const keys = Object.keys(left).sort()
  for (const [index, key] of keys.entries()) {
    if (!Object.hasOwn(right, key)) ops.push(DELETE_FIELD, index)
    else if (!sameJson(left[key], right[key])) ops.push(...fieldOps(index, key, left[key], right[key]))
  }
  for (const key of Object.keys(right)) {
    if (!Object.hasOwn(left, key)) ops.push(SET_FIELD, right[key], key)
  }
  return ops
}

function fieldOps(index: number, key: string, left: unknown, right: unknown): MendozaPatch {
  if (isObject(left) && isObject(right)) {
    return [PUSH_FIELD_COPY, index, ...objectOps(left, right), RETURN_INTO_OBJECT_SAME_KEY_POP]
  }
  const inner =
    Array.isArray(left) && Array.isArray(right)
      ? arrayOps(left, right)
      : typeof left === 'string' && typeof right === 'string'
        ? stringOps(left, right)
        : null
  if (inner === null) return [SET_FIELD, right, key]
  return [PUSH_FIELD_BLANK, index, ...inner, RETURN_INTO_OBJECT_SAME_KEY_POP]
}

function keyOf(item: unknown): string | undefined {
  const key = isObject(item) ? item['_key'] : undefined
  return typeof key === 'string' ? key : undefined
}

/** Ops that build `right` from nothing and parts of `left`; null when `right` is empty (a blank cannot say so). */
function arrayOps(left: unknown[], right: unknown[]): MendozaPatch | null {
  if (right.length === 0) return null
  const byKey = new Map<string, number>()
  for (const [index, item] of left.entries()) {
    const key = keyOf(item)
    if (key !== undefined) byKey.set(key, index)
  }
  const ops: MendozaPatch = []
  // The stretch of `left` that is being copied: from the one index, up to the other.
  let from = 0
  let to = 0
  const flush = () => {
    if (to > from) ops.push(APPEND_SLICE, from, to)
    from = to = 0
  }
  const shift = left.length - right.length
  for (const [index, item] of right.entries()) {
    const key = keyOf(item)
    const candidates: (number | undefined)[] = key === undefined ? [index, index + shift] : [byKey.get(key)]
    const same = candidates.find((at) => at !== undefined && at in left && sameJson(left[at], item))
    if (same !== undefined) {
      if (to !== same || from === to) {
        flush()
        from = same
      }
      to = same + 1
      continue
    }
    flush()
    const before = key === undefined ? undefined : byKey.get(key)
    const old = before === undefined ? undefined : left[before]
    if (before !== undefined && isObject(old) && isObject(item)) {
      ops.push(PUSH_ELEMENT_COPY, before, ...objectOps(old, item), RETURN_INTO_ARRAY_POP)
    } else ops.push(APPEND_VALUE, item)
  }
  flush()
  return ops
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

/** Ops that keep the common start and end of two strings. Mendoza counts a string in bytes of UTF-8. */
function stringOps(left: string, right: string): MendozaPatch | null {
  if (right === '' || !left.isWellFormed() || !right.isWellFormed()) return null
  const shorter = Math.min(left.length, right.length)
  let start = 0
  while (start < shorter && left.charCodeAt(start) === right.charCodeAt(start)) start++
  if (start > 0 && isHighSurrogate(left.charCodeAt(start - 1))) start--
  let end = 0
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end++
  if (end > 0 && isHighSurrogate(left.charCodeAt(left.length - end - 1))) end--
  if (start + end < 4) return null
  const bytes = Buffer.byteLength(left)
  const ops: MendozaPatch = []
  if (start > 0) ops.push(APPEND_STRING_SLICE, 0, Buffer.byteLength(left.slice(0, start)))
  const middle = right.slice(start, right.length - end)
  if (middle !== '') ops.push(APPEND_STRING, middle)
  if (end > 0) ops.push(APPEND_STRING_SLICE, bytes - Buffer.byteLength(left.slice(left.length - end)), bytes)
  return ops
}
