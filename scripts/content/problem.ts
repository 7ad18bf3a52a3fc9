/** What is wrong at one place of a dataset file. */
export type ContentProblem = {
  /** Permanent name of this kind of problem. */
  readonly code:
    | 'content/not-json'
    | 'content/not-a-document'
    | 'content/id-invalid'
    | 'content/id-twice'
    | 'content/type-unknown'
    | 'content/exists'
    | 'content/asset-missing'
    | 'content/reference-missing'
    | 'content/rule-broken'
  /** Counted from 1. */
  readonly line: number
  /** Only for text that is not JSON; counted from 1, in UTF-16 code units. */
  readonly column?: number
  /** The document's ID, where it has one. */
  readonly document?: string
  /** Path of the field, such as `questions[2].choices[0].text`. */
  readonly field?: string
  readonly message: string
}

/** One line for people: `line 12, article-dry-eye, body[3].alt: …`. */
export function describeProblem({ line, column, document, field, message }: ContentProblem): string {
  const place = [`line ${line}${column === undefined ? '' : `, column ${column}`}`, document, field]
  return `${place.filter((part) => part !== undefined && part !== '').join(', ')}: ${message}`
}
