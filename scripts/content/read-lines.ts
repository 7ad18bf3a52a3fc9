import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { ContentProblem } from './problem.ts'

/** A document of a dataset file, and where it stands. */
export type FileDocument = {
  readonly line: number
  readonly document: { readonly _id: string; readonly _type: string; readonly [field: string]: unknown }
}

/** What a dataset file holds, as far as it can be read. */
export type FileContent = {
  readonly documents: readonly FileDocument[]
  readonly problems: readonly ContentProblem[]
}

/**
 * Reads a data file, a document a line; empty lines are passed over.
 *
 * @returns the documents, and a problem for each line that holds none
 */
export async function readLines(dataFile: string): Promise<FileContent> {
  const documents: FileDocument[] = []
  const problems: ContentProblem[] = []
  const lines = createInterface({
    input: createReadStream(dataFile, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  let line = 0
  for await (const text of lines) {
    line += 1
    // A byte order mark is what some editors leave when they save a file.
    const row = line === 1 ? text.replace(/^\uFEFF/, '') : text
    if (row.trim() === '') continue
    const read = readRow(row, line)
    if (!('code' in read)) documents.push(read)
    else problems.push(read)
  }
  return { documents, problems: [...problems, ...repeatedIds(documents)] }
}

function readRow(row: string, line: number): FileDocument | ContentProblem {
  let value: unknown
  try {
    value = JSON.parse(row)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const position = /at position (\d+)/.exec(why)?.[1]
    return {
      code: 'content/not-json',
      line,
      column: (position === undefined ? row.length : Number(position)) + 1,
      message: `this is not JSON (${why.replace(/ \(line 1 column \d+\)$/, '')}). Write one whole document on each line.`,
    }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      code: 'content/not-a-document',
      line,
      message: 'this is JSON, but not a document. Write an object with _id and _type.',
    }
  }
  const document: Record<string, unknown> = { ...value }
  const { _id, _type } = document
  if (typeof _id !== 'string' || !/^[A-Za-z0-9_.-]{1,128}$/.test(_id)) {
    return {
      code: 'content/id-invalid',
      line,
      field: '_id',
      message:
        'the ID is missing or has other characters than letters, digits, _, - and dots. Give the document an ID.',
    }
  }
  if (typeof _type !== 'string' || _type === '') {
    return {
      code: 'content/not-a-document',
      line,
      document: _id,
      field: '_type',
      message: 'the type is missing. Write it, such as article.',
    }
  }
  return { line, document: { ...document, _id, _type } }
}

function repeatedIds(documents: readonly FileDocument[]): ContentProblem[] {
  const lines = new Map<string, number>()
  return documents.flatMap(({ line, document: { _id } }) => {
    const first = lines.get(_id)
    if (first === undefined) lines.set(_id, line)
    return first === undefined
      ? []
      : [
          {
            code: 'content/id-twice' as const,
            line,
            document: _id,
            field: '_id',
            message: `the same ID as in line ${first}. Remove one of the two.`,
          },
        ]
  })
}
