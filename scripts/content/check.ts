import type { SanityClient } from '@sanity/client'
import { validateDocumentWithWorkspace } from '@sanity/validation'
import { getFallbackLocaleSource } from '@sanity/validation/_internal'
import { createSchema } from 'sanity'
import type { PlainDocument } from '../../core/index.ts'
import { schemaTypes } from '../../schemas/index.ts'
import { isObject } from '../seed/authored.ts'
import { withAssetReferences } from './assets.ts'
import { clientOfDocuments } from './client-of-documents.ts'
import type { ContentProblem } from './problem.ts'
import type { FileContent, FileDocument } from './read-lines.ts'

/** How documents that the dataset has already are treated. */
export type ExistingDocuments = 'refuse' | 'keep' | 'replace'

/** What a file is held against. */
export type CheckOptions = {
  /** Reads the dataset that is imported into, drafts too. */
  readonly client: SanityClient
  readonly existing: ExistingDocuments
  /** The folder of the file's assets. */
  readonly folder: string | undefined
  /** Told how many documents have been checked. */
  readonly onProgress?: (done: number, total: number) => void
}

const schema = createSchema({ name: 'import', types: schemaTypes })
const systemType = /^(?:sanity|system)\./

/**
 * Checks a dataset file before anything of it is written: its lines, assets and references, and every published document
 * against the schema, by the rules that Studio holds an editor to. Drafts may be unfinished.
 *
 * @returns every problem, in the order of the file; none when it can be imported
 */
export async function checkContent(content: FileContent, options: CheckOptions): Promise<ContentProblem[]> {
  const { client, existing, folder, onProgress } = options
  const present = await client.fetch<PlainDocument[]>('*')
  const presentIds = new Set(present.map(({ _id }) => _id))
  const kept = content.documents.filter(({ document }) => !isSystem(document))
  const checked = kept.map((each) => ({ ...each, ...withAssetReferences(each, folder) }))

  const fileIds = new Set(kept.map(({ document }) => document._id))
  const after = [
    ...present.filter(({ _id }) => existing !== 'replace' || !fileIds.has(_id)),
    ...checked
      .filter(({ document: { _id } }) => existing === 'replace' || !presentIds.has(_id))
      .map(({ document }) => document),
  ]
  const afterIds = new Set(after.map(({ _id }) => _id))
  // Rules that ask the dataset must be answered by what it will hold after the import.
  const clientAfter = clientOfDocuments(after)

  const problems = [...content.problems]
  for (const [index, { line, document, problems: assets }] of checked.entries()) {
    onProgress?.(index, checked.length)
    problems.push(...assets)
    if (existing === 'refuse' && presentIds.has(document._id)) problems.push(alreadyThere(line, document))
    if (schema.get(document._type) === undefined && !systemType.test(document._type)) {
      problems.push(unknownType(line, document))
      continue
    }
    problems.push(...brokenReferences(line, document, (id) => afterIds.has(id)))
    if (!document._id.includes('.') && !systemType.test(document._type)) {
      problems.push(...(await brokenRules(line, document, clientAfter)))
    }
  }
  onProgress?.(checked.length, checked.length)
  return problems.toSorted((a, b) => a.line - b.line)
}

/** What the dataset keeps for itself; an import passes it over. */
function isSystem({ _id }: FileDocument['document']): boolean {
  return _id.startsWith('_.')
}

function alreadyThere(line: number, { _id }: PlainDocument): ContentProblem {
  return {
    code: 'content/exists',
    line,
    document: _id,
    field: '_id',
    message:
      'the dataset has this document already. Import with --replace to overwrite it, or with --missing to keep it.',
  }
}

function unknownType(line: number, { _id, _type }: PlainDocument): ContentProblem {
  return {
    code: 'content/type-unknown',
    line,
    document: _id,
    field: '_type',
    message: `no document has the type “${_type}” here. Correct it, or remove the line.`,
  }
}

function brokenReferences(
  line: number,
  document: PlainDocument,
  exists: (id: string) => boolean,
): ContentProblem[] {
  const problems: ContentProblem[] = []
  const walk = (value: unknown, path: string) => {
    if (Array.isArray(value)) {
      value.forEach((each, index) => {
        walk(each, `${path}[${index}]`)
      })
      return
    }
    if (!isObject(value)) return
    const { _ref, _weak } = value
    // References to assets are set by the import itself.
    if (typeof _ref === 'string' && _weak !== true && !exists(_ref) && !/^(?:image|file)-/.test(_ref)) {
      problems.push({
        code: 'content/reference-missing',
        line,
        document: document._id,
        field: path,
        message: `this refers to ${_ref}, which is neither in the file nor in the dataset. Add that document, or remove the reference.`,
      })
    }
    for (const [name, each] of Object.entries(value)) walk(each, path === '' ? name : `${path}.${name}`)
  }
  walk(document, '')
  return problems
}

async function brokenRules(
  line: number,
  document: PlainDocument,
  client: SanityClient,
): Promise<ContentProblem[]> {
  const now = new Date(0).toISOString()
  const markers = await validateDocumentWithWorkspace({
    document: { _createdAt: now, _updatedAt: now, _rev: 'import', ...document },
    workspace: {
      schema,
      getClient: (options) => client.withConfig(options),
      i18n: getFallbackLocaleSource(),
    },
    // Whether references lead anywhere is checked above, for drafts too.
    getDocumentExists: async () => true,
    environment: 'cli',
  })
  return markers
    .filter(({ level }) => level === 'error')
    .map(({ path, message }) => ({
      code: 'content/rule-broken',
      line,
      document: document._id,
      field: fieldAt(path, document),
      message,
    }))
}

/** A path in the file's own terms: positions instead of keys, because a reader counts and does not know keys. */
function fieldAt(path: readonly unknown[], document: unknown): string {
  let value: unknown = document
  let field = ''
  for (const segment of path) {
    if (Array.isArray(value)) {
      const list: readonly unknown[] = value
      const index =
        typeof segment === 'number'
          ? segment
          : list.findIndex((each) => isObject(each) && isObject(segment) && each['_key'] === segment['_key'])
      field += `[${index}]`
      value = list[index]
    } else {
      field += field === '' ? `${segment}` : `.${segment}`
      value = isObject(value) ? value[`${segment}`] : undefined
    }
  }
  return field
}
