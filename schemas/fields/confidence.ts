import { defineField } from 'sanity'

/** How sure a fact of the field is. Pages print the title, so that nobody takes a guess for a rule. */
export const confidenceField = defineField({
  name: 'confidence',
  title: 'How sure is this?',
  type: 'string',
  options: {
    layout: 'radio',
    list: [
      { value: 'found', title: 'Found in a source' },
      { value: 'inferred', title: 'Inferred from sources' },
      { value: 'general-knowledge', title: 'General knowledge, to be checked' },
    ],
  },
  validation: (rule) => rule.required().error('Choose how sure this is.'),
})
