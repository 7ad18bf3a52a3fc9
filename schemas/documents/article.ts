import { DocumentTextIcon } from '@sanity/icons/DocumentText'
import { defineField, defineType } from 'sanity'
import {
  itemAudience,
  itemAuthors,
  itemExam,
  itemLearningObjectives,
  itemMinutes,
  itemReferences,
  itemRepublication,
  itemSlug,
  itemStandfirst,
  itemTitle,
} from '../fields/item.ts'
import { itemGroups } from '../fields/item-groups.ts'
import { itemOrderings } from '../fields/item-orderings.ts'
import { previewLine, previewTitle } from '../preview.ts'
import { audienceLine, audienceSelection, pointsLine } from '../preview-facts.ts'
import { type DraftBlock, headingsNest } from '../rules/headings.ts'
import { requiredAnd } from '../rules/required.ts'

/** A republished article. */
export const article = defineType({
  name: 'article',
  title: 'Article',
  type: 'document',
  icon: DocumentTextIcon,
  groups: itemGroups,
  orderings: itemOrderings,
  fields: [
    itemTitle,
    itemSlug,
    itemStandfirst,
    itemAuthors,
    itemMinutes,
    defineField({
      name: 'body',
      title: 'Body',
      type: 'articleBody',
      group: 'content',
      validation: (rule) => [
        ...requiredAnd(rule, (set) => set.min(1), 'Write the article.'),
        rule.custom<DraftBlock[]>(headingsNest).warning(),
      ],
    }),
    itemAudience,
    itemLearningObjectives,
    itemExam,
    itemReferences,
    itemRepublication,
  ],
  preview: {
    select: {
      title: 'title',
      minutes: 'minutes',
      reference: 'republication.originalReference',
      exam: 'exam',
      points: 'exam.points',
      ...audienceSelection,
    },
    prepare: ({ title, minutes, reference, exam, points, ...audience }: ItemSelection) => ({
      title: previewTitle(title, 'Untitled article'),
      subtitle:
        previewLine(
          exam ? pointsLine(points) : 'No exam yet',
          audienceLine(audience),
          minutes && `${minutes} min`,
          reference,
        ) ?? '',
      media: DocumentTextIcon,
    }),
  },
})

interface ItemSelection {
  title?: string
  minutes?: number
  reference?: string
  exam?: unknown
  points?: unknown
  [audience: `audience${number}`]: unknown
}
