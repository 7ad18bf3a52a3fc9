import { BulbOutlineIcon } from '@sanity/icons/BulbOutline'
import { defineArrayMember, defineField, defineType } from 'sanity'
import { counted, previewTitle } from '../preview.ts'
import { objectiveSuitsAudience } from '../rules/competencies.ts'
import { isReferenceList } from '../rules/references.ts'
import { requiredAnd } from '../rules/required.ts'

/** What a registrant can do after the item, and the competencies that this counts towards. */
export const learningObjective = defineType({
  name: 'learningObjective',
  title: 'Learning objective',
  type: 'object',
  icon: BulbOutlineIcon,
  fields: [
    defineField({
      name: 'text',
      title: 'Objective',
      description:
        'Begin with what the registrant will be able to do: “Recognise …”, “Explain …”, “Manage …”.',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.required().error('Write what a registrant will be able to do afterwards.'),
    }),
    defineField({
      name: 'competencies',
      title: 'Competencies covered',
      description: 'Only competencies of the item’s audience are offered.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'reference',
          to: [{ type: 'competency' }],
          options: {
            disableNew: true,
            filter: ({ document }) => {
              const audience = document['audience']
              if (!isReferenceList(audience)) return {}
              return {
                filter: 'registrantType._ref in $types',
                params: { types: audience.map(({ _ref }) => _ref) },
              }
            },
          },
        }),
      ],
      validation: (rule) => [
        ...requiredAnd(
          rule,
          (set) => set.min(1),
          'Choose at least one competency: an objective without one counts towards nothing.',
        ),
        rule.unique().error('This competency is listed twice. Remove one of them.'),
        rule.custom(objectiveSuitsAudience).warning(),
      ],
    }),
  ],
  preview: {
    select: { text: 'text', competencies: 'competencies' },
    prepare: ({ text, competencies }: { text?: string; competencies?: unknown }) => ({
      title: previewTitle(text, 'Objective without text'),
      subtitle: Array.isArray(competencies)
        ? counted(competencies.length, 'competency', 'competencies')
        : 'No competency yet',
    }),
  },
})
