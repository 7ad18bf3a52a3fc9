import { defineType, type SchemaTypeDefinition } from 'sanity'
import { citation } from '../../schemas/objects/citation.ts'
import { CitationInput } from './citation-input.tsx'
import { CitationMark } from './citation-mark.tsx'
import { examInStudio } from './exam.ts'

const [work, ...otherFields] = citation.fields

const citationInStudio = defineType({
  ...citation,
  components: { inlineBlock: CitationMark },
  fields: [...(work ? [{ ...work, components: { input: CitationInput } }] : []), ...otherFields],
})

/**
 * Gives types the inputs that Studio shows them with. The types themselves know nothing of this, so that they stay
 * usable outside a browser.
 *
 * @param types - every type of the content model
 */
export function withInputs(types: readonly SchemaTypeDefinition[]): SchemaTypeDefinition[] {
  const inStudio: readonly SchemaTypeDefinition[] = [citationInStudio, examInStudio]
  return types.map((type) => inStudio.find(({ name }) => name === type.name) ?? type)
}
