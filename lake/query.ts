import { evaluateSync, GroqSyntaxError, parse, toJS } from 'groq-js'
import { isObject, type JsonObject } from './documents.ts'
import { dataError, queryParseError } from './errors.ts'
import type { GroqNode } from './groq-tree.ts'
import type { View } from './perspective.ts'
import { matchTextQuery } from './text-query.ts'

/** Who asks, when, and of which dataset: what `identity()`, `now()` and `sanity::dataset()` answer. */
export interface QueryContext {
  identity: string
  timestamp: Date
  projectId: string
  dataset: string
}

/** A parsed query; `sources` are the narrowed lists (by type or by ID) that it reads instead of everything. */
export interface CompiledQuery {
  tree: GroqNode
  sources: { parameter: string; by: '_type' | '_id'; values: string[] }[]
}

const MAX_CACHED = 500
const cache = new Map<string, CompiledQuery>()

/**
 * Parses a query with its parameters and narrows each `*[_type == "x" && …]` or `*[_id in [...]]` to an indexed list.
 * @throws ApiError 400 `queryParseError` with the position of the fault
 */
export function compileQuery(query: string, params: JsonObject): CompiledQuery {
  const key = `${query}\n${JSON.stringify(params)}`
  const known = cache.get(key)
  if (known) return known
  const compiled: CompiledQuery = { tree: { type: 'Value', value: null }, sources: [] }
  compiled.tree = rewrite(parseQuery(query, params), compiled)
  if (key.length < 20_000) {
    cache.set(key, compiled)
    const oldest = cache.keys().next().value
    if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest)
  }
  return compiled
}

function parseQuery(query: string, params: JsonObject): GroqNode {
  if (query.trim() === '') throw queryParseError(query, 0, 'unexpected end of query')
  try {
    return parse(query, { params })
  } catch (error) {
    if (error instanceof GroqSyntaxError) throw queryParseError(query, error.position, error.message)
    throw queryParseError(query, 0, error instanceof Error ? error.message : 'The query cannot be parsed')
  }
}

/**
 * Evaluates a compiled query over a view.
 * @throws ApiError 400 when the query uses something that groq-js cannot evaluate
 */
export function runQuery(compiled: CompiledQuery, params: JsonObject, view: View, context: QueryContext) {
  const lists: JsonObject = {}
  for (const { parameter, by, values } of compiled.sources) {
    lists[parameter] = by === '_type' ? view.ofTypes(values) : documentsById(view, values)
  }
  try {
    const value = evaluateSync(compiled.tree, {
      params: { ...params, ...lists },
      dataset: view.all(),
      dereference: ({ _ref }: { _ref: string }) => view.get(_ref),
      identity: context.identity,
      timestamp: context.timestamp,
      sanity: { projectId: context.projectId, dataset: context.dataset },
    })
    return toJS(value) ?? null
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw dataError(400, 'queryEvaluationError', `The query cannot be evaluated: ${reason}`)
  }
}

function documentsById(view: View, ids: readonly string[]) {
  const sorted = [...new Set(ids)].sort()
  return sorted.flatMap((id) => view.get(id) ?? [])
}

function isNode(value: unknown): value is GroqNode {
  return isObject(value) && typeof value['type'] === 'string'
}

/** Rebuilds a tree from the leaves up, leaving constants alone. */
function rewrite(node: GroqNode, compiled: CompiledQuery): GroqNode {
  if (node.type === 'Value') return node
  const copy: JsonObject = {}
  for (const [key, value] of Object.entries(node)) copy[key] = rewriteField(value, compiled)
  return isNode(copy) ? replace(copy, compiled) : node
}

function rewriteField(value: unknown, compiled: CompiledQuery): unknown {
  if (Array.isArray(value)) return value.map((item) => rewriteField(item, compiled))
  return isNode(value) ? rewrite(value, compiled) : value
}

function replace(node: GroqNode, compiled: CompiledQuery): GroqNode {
  if (node.type === 'OpCall' && node.op === 'match' && node.right.type === 'FuncCall') {
    const { namespace, name, args } = node.right
    const [argument] = args
    if (namespace === 'text' && name === 'query' && argument?.type === 'Value') {
      return matchTextQuery(node.left, String(argument.value ?? ''))
    }
  }
  if (node.type !== 'Filter' || node.base.type !== 'Everything') return node
  const constraint = constraintOf(node.expr)
  if (!constraint) return node
  const parameter = `\u0000source${compiled.sources.length}`
  compiled.sources.push({ parameter, ...constraint })
  return { ...node, base: { type: 'Parameter', name: parameter } }
}

type Constraint = { by: '_type' | '_id'; values: string[] }

/** The IDs or types that a filter's conjuncts confine it to; an ID is the narrower and wins. */
function constraintOf(node: GroqNode): Constraint | undefined {
  if (node.type === 'Group') return constraintOf(node.base)
  if (node.type === 'And') {
    const sides = [constraintOf(node.left), constraintOf(node.right)].filter((side) => side !== undefined)
    return sides.find((side) => side.by === '_id') ?? sides[0]
  }
  if (node.type !== 'OpCall') return undefined
  if (node.op === '==') {
    return confine(node.left, constantsOf(node.right)) ?? confine(node.right, constantsOf(node.left))
  }
  if (node.op !== 'in') return undefined
  const values =
    node.right.type === 'Value' || node.right.type === 'Array' ? constantsOf(node.right, true) : null
  return confine(node.left, values)
}

function confine(attribute: GroqNode, values: string[] | null): Constraint | undefined {
  if (!values || attribute.type !== 'AccessAttribute' || attribute.base) return undefined
  const { name } = attribute
  return name === '_type' || name === '_id' ? { by: name, values } : undefined
}

/** The strings that a constant holds, or null when it is something else. */
function constantsOf(node: GroqNode, list = false): string[] | null {
  if (list && node.type === 'Array') {
    const values = node.elements.map((element) =>
      element.isSplat || element.value.type !== 'Value' ? null : element.value.value,
    )
    return values.every((value) => typeof value === 'string') ? values : null
  }
  if (node.type !== 'Value') return null
  const value: unknown = node.value
  if (!list) return typeof value === 'string' ? [value] : null
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null
}
