import type { Template, TemplateParameter } from 'sanity'

/** What a document that is made from a list of the desk begins with, so that it appears in that list. */
const templates: readonly Template<Record<string, string>>[] = [
  template('cycle-of-scheme', 'Cycle', 'cycle', ['scheme']),
  template('framework-of-cycle', 'Framework', 'framework', ['cycle']),
  template('competency-of-framework', 'Competency or domain', 'competency', ['framework', 'registrantType']),
]

/** Adds the desk's own templates to the ones that every type has. */
export function withDeskTemplates(others: Template[]): Template[] {
  return [...others, ...templates]
}

/** A template whose parameters are the IDs of documents that the new one refers to, each in the field of that name. */
function template(
  id: string,
  title: string,
  schemaType: string,
  fields: readonly string[],
): Template<Record<string, string>> {
  const parameters: TemplateParameter[] = fields.map((name) => ({ name, title: name, type: 'string' }))
  return {
    id,
    title,
    schemaType,
    parameters,
    value: (params: Record<string, string>) =>
      Object.fromEntries(fields.map((name) => [name, { _type: 'reference', _ref: params[name] }])),
  }
}
