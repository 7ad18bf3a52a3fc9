import { isObject, type JsonObject } from './documents.ts'
import type { GroqAttribute, GroqNode } from './groq-tree.ts'

/** Which value of a result comes from which field of which document, in the hosted format. */
export interface ContentSourceMap {
  documents: { _id: string; _type: string }[]
  /** JSONPaths within documents, such as `$['authors'][?(@._key=='a1')]['name']`. */
  paths: string[]
  /** By JSONPath in the result; a mapping also stands for everything below its path. */
  mappings: Record<
    string,
    { type: 'value'; source: { type: 'documentValue'; document: number; path: number } }
  >
}

// Names that no query spells by accident; they are taken out of the result again.
const SOURCE = '\u0000source'
const APPLIED = '\u0000applied'

const attribute = (name: string, value: GroqNode): GroqAttribute => ({
  type: 'ObjectAttributeValue',
  name,
  value,
})
const field = (name: string): GroqNode => ({ type: 'AccessAttribute', name })
const sourceOfThis = attribute(SOURCE, {
  type: 'Object',
  attributes: ['_id', '_originalId', '_type', '_key'].map((name) => attribute(name, field(name))),
})

/** A tree whose projections also tell which document or list member they project; `mapSources` reads and removes that. */
export type TracingTree = { readonly tree: GroqNode }

/**
 * Prepares a query for being followed: each projection notes its subject, each condition within it notes that it held.
 * What the query answers is the same but for these notes.
 */
export function tracing(tree: GroqNode): TracingTree {
  return { tree: traced(tree) }
}

function traced(node: GroqNode): GroqNode {
  switch (node.type) {
    case 'Projection':
      return { ...node, base: traced(node.base), expr: tracedObject(node.expr, [sourceOfThis]) }
    case 'Map':
      return { ...node, base: traced(node.base), expr: traced(node.expr) }
    case 'Object':
      return tracedObject(node, [])
    case 'Group':
    case 'ArrayCoerce':
    case 'AccessElement':
    case 'Slice':
    case 'Filter':
    case 'PipeFuncCall':
      return { ...node, base: traced(node.base) }
    default:
      return node
  }
}

function tracedObject(node: GroqNode, notes: GroqAttribute[]): GroqNode {
  if (node.type !== 'Object') return node
  const attributes = node.attributes.map((each, index): GroqAttribute => {
    if (each.type === 'ObjectAttributeValue') return { ...each, value: traced(each.value) }
    if (each.type === 'ObjectSplat') return each
    const held = attribute(`${APPLIED}${index}`, { type: 'Value', value: true })
    return { ...each, value: tracedObject(each.value, [held]) }
  })
  return { type: 'Object', attributes: [...attributes, ...notes] }
}

/** Where a value stands in a document; of a list that was filtered or ordered, members are known by their keys alone. */
type Place = { document: { _id: string; _type: string }; path: string; moved?: boolean }

/** `document`: the value is a whole document, which its own note names. */
type Origin = Place | 'document' | undefined

/**
 * Reads the notes of a traced query's result.
 *
 * @param compiled what `tracing` made.
 * @param result what it was evaluated to.
 * @returns the result without notes, and its source map. Values that were computed, or that come through parts of GROQ
 *   that are not followed (`^`, functions, `a->b` outside of a projection), have no mapping.
 */
export function mapSources(
  { tree }: TracingTree,
  result: unknown,
): { result: unknown; resultSourceMap: ContentSourceMap } {
  const map = new MapBuilder()
  follow(tree, result, undefined, '$', map)
  return { result: withoutNotes(result), resultSourceMap: map.finish() }
}

class MapBuilder {
  readonly #documents: ContentSourceMap['documents'] = []
  readonly #documentIndex = new Map<string, number>()
  readonly #pathIndex = new Map<string, number>()
  readonly #mappings: ContentSourceMap['mappings'] = {}

  add(resultPath: string, { document, path }: Place): void {
    let at = this.#documentIndex.get(document._id)
    if (at === undefined) {
      at = this.#documents.push(document) - 1
      this.#documentIndex.set(document._id, at)
    }
    const known = this.#pathIndex.get(path)
    const pathAt = known ?? this.#pathIndex.size
    if (known === undefined) this.#pathIndex.set(path, pathAt)
    this.#mappings[resultPath] = {
      type: 'value',
      source: { type: 'documentValue', document: at, path: pathAt },
    }
  }

  /** Takes back what was said of a value and of everything in it. */
  forget(resultPath: string): void {
    for (const path of Object.keys(this.#mappings)) {
      if (path.startsWith(resultPath)) delete this.#mappings[path]
    }
  }

  finish(): ContentSourceMap {
    return { documents: this.#documents, paths: [...this.#pathIndex.keys()], mappings: this.#mappings }
  }
}

/** Maps one value and everything in it. `self` is where the value of `@` stands. */
function follow(node: GroqNode, value: unknown, self: Place | undefined, at: string, map: MapBuilder): void {
  if (value === null || value === undefined) return
  switch (node.type) {
    case 'Group':
      follow(node.base, value, self, at, map)
      return
    case 'Object':
      followObject(node.attributes, value, self, at, map)
      return
    case 'Projection': {
      const origin = originOf(node.base, self)
      const subject = origin === 'document' ? documentNoted(value) : origin
      if (node.expr.type === 'Object') followObject(node.expr.attributes, value, subject, at, map)
      return
    }
    case 'Map':
      followList(node, value, self, at, map)
      return
    default: {
      const origin = originOf(node, self)
      if (origin === 'document') followWhole(value, at, map)
      else if (origin && !origin.moved) map.add(at, origin)
    }
  }
}

function followObject(
  attributes: readonly GroqAttribute[],
  value: unknown,
  self: Place | undefined,
  at: string,
  map: MapBuilder,
  written = new Set<string>(),
): void {
  if (!isObject(value)) return
  // Of attributes with the same name the last one is what the result holds.
  const write = (name: string) => {
    if (written.has(name)) map.forget(at + step(name))
    written.add(name)
    return at + step(name)
  }
  attributes.forEach((each, index) => {
    if (each.type === 'ObjectAttributeValue') {
      const { name } = each
      if (!name.startsWith('\u0000')) follow(each.value, value[name], self, write(name), map)
    } else if (each.type === 'ObjectConditionalSplat') {
      if (value[`${APPLIED}${index}`] !== true) return
      if (each.value.type === 'Object') followObject(each.value.attributes, value, self, at, map, written)
    } else if (each.value.type === 'This' && self) {
      for (const name of Object.keys(value)) {
        if (!name.startsWith('\u0000')) map.add(write(name), { ...self, path: self.path + step(name) })
      }
    }
  })
}

function followList(
  { base, expr }: Extract<GroqNode, { type: 'Map' }>,
  value: unknown,
  self: Place | undefined,
  at: string,
  map: MapBuilder,
): void {
  if (!Array.isArray(value)) return
  const origin = originOf(base, self)
  value.forEach((member: unknown, index) => {
    const here = `${at}[${index}]`
    // A projection of what a member refers to notes that document; where it came from does not matter.
    if (expr.type === 'Projection' && originOf(expr.base, undefined) === 'document') {
      follow(expr, member, undefined, here, map)
    } else if (origin === 'document') {
      const document = documentNoted(member)
      if (document && expr.type === 'Projection') follow(expr, member, document, here, map)
    } else if (origin) {
      const path = origin.path + memberStep(member, index, origin.moved === true)
      if (path !== origin.path) follow(expr, member, { document: origin.document, path }, here, map)
    }
  })
}

/** A whole document, or a list of them, that was answered without a projection. */
function followWhole(value: unknown, at: string, map: MapBuilder): void {
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) followWhole(member, `${at}[${index}]`, map)
    return
  }
  const document = documentOf(value)
  if (document) map.add(at, document)
}

function originOf(node: GroqNode, self: Place | undefined): Origin {
  switch (node.type) {
    case 'This':
      return self
    case 'AccessAttribute': {
      const base = node.base ? originOf(node.base, self) : self
      if (base === undefined || base === 'document' || base.moved) return undefined
      return { document: base.document, path: base.path + step(node.name) }
    }
    case 'Group':
    case 'ArrayCoerce':
      return originOf(node.base, self)
    case 'Everything':
    case 'Deref':
      return 'document'
    // A list that was narrowed by its type or ID before it is read (see `compileQuery`).
    case 'Parameter':
      return node.name.startsWith('\u0000') ? 'document' : undefined
    case 'Filter':
    case 'PipeFuncCall':
    case 'Slice': {
      const base = originOf(node.base, self)
      return base === undefined || base === 'document' ? base : { ...base, moved: true }
    }
    case 'AccessElement': {
      const base = originOf(node.base, self)
      if (base === undefined || base === 'document') return base
      if (base.moved || node.index < 0) return undefined
      return { document: base.document, path: `${base.path}[${node.index}]` }
    }
    default:
      return undefined
  }
}

/** The document that a projection noted as its subject. */
function documentNoted(value: unknown): Place | undefined {
  return isObject(value) ? documentOf(value[SOURCE]) : undefined
}

function documentOf(value: unknown): Place | undefined {
  if (!isObject(value)) return undefined
  const { _id, _originalId, _type } = value
  if (typeof _id !== 'string' || typeof _type !== 'string') return undefined
  return { document: { _id: typeof _originalId === 'string' ? _originalId : _id, _type }, path: '$' }
}

/** The way to a list's member: its key, which stays when others come and go; else its place, if that is known. */
function memberStep(member: unknown, index: number, moved: boolean): string {
  const key = isObject(member) ? keyOf(member[SOURCE]) || keyOf(member) : ''
  if (key !== '') return `[?(@._key=='${key.replaceAll(/['\\]/g, '\\$&')}')]`
  return moved ? '' : `[${index}]`
}

function keyOf(value: unknown): string {
  return isObject(value) && typeof value['_key'] === 'string' ? value['_key'] : ''
}

const ESCAPES: Record<string, string> = { '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** One step of a JSONPath, escaped as the client reads it. */
function step(name: string): string {
  return `['${name.replaceAll(/[\f\n\r\t'\\]/g, (character) => ESCAPES[character] ?? `\\${character}`)}']`
}

function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes)
  if (!isObject(value)) return value
  const clean: JsonObject = {}
  for (const [name, member] of Object.entries(value)) {
    if (!name.startsWith('\u0000')) clean[name] = withoutNotes(member)
  }
  return clean
}
