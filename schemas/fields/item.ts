import { defineArrayMember, defineField } from 'sanity'
import { examIsNotShared } from '../rules/exam-in-use.ts'
import { requiredAnd } from '../rules/required.ts'
import { isSlug, slugIsUniqueAmong } from '../rules/slug.ts'

/** Fields that every item of a pack has, whether it is read or watched. */

export const itemTitle = defineField({
  name: 'title',
  title: 'Title',
  type: 'string',
  group: 'content',
  validation: (rule) => [
    rule.required().error('Write the title.'),
    rule.max(120).warning('Shorten the title below 120 characters: longer ones are cut off in lists.'),
  ],
})

export const itemSlug = defineField({
  name: 'slug',
  title: 'Address',
  description:
    'The last part of the page’s address. Do not change it once the page is out: links would break.',
  type: 'slug',
  group: 'content',
  options: { source: 'title', maxLength: 80, isUnique: slugIsUniqueAmong(['article', 'video']) },
  validation: (rule) =>
    rule
      .required()
      .error('Press Generate to make the address from the title.')
      .custom((slug) => isSlug(slug?.current)),
})

export const itemStandfirst = defineField({
  name: 'standfirst',
  title: 'Standfirst',
  description: 'One or two sentences below the title and in the list: what is this about, and for whom?',
  type: 'text',
  rows: 3,
  group: 'content',
  validation: (rule) => [
    rule.required().error('Write one or two sentences that say what the item is about.'),
    rule.max(320).warning('Shorten the standfirst below 320 characters.'),
  ],
})

export const itemAuthors = defineField({
  name: 'authors',
  title: 'Authors',
  type: 'array',
  of: [defineArrayMember({ type: 'contributor' })],
  group: 'content',
  validation: (rule) => requiredAnd(rule, (set) => set.min(1), 'Add at least one author.'),
})

export const itemMinutes = defineField({
  name: 'minutes',
  title: 'Time needed (minutes)',
  description: 'For reading or watching, without the exam.',
  type: 'number',
  group: 'content',
  validation: (rule) =>
    requiredAnd(rule, (set) => set.integer().min(1).max(600), 'Write whole minutes, from 1 to 600.'),
})

export const itemAudience = defineField({
  name: 'audience',
  title: 'Audience',
  description: 'The registrant types that this item is approved for.',
  type: 'array',
  of: [
    defineArrayMember({ type: 'reference', to: [{ type: 'registrantType' }], options: { disableNew: true } }),
  ],
  group: 'learning',
  validation: (rule) => [
    ...requiredAnd(rule, (set) => set.min(1), 'Choose at least one registrant type.'),
    rule.unique().error('This registrant type is listed twice. Remove one of them.'),
  ],
})

export const itemLearningObjectives = defineField({
  name: 'learningObjectives',
  title: 'Learning objectives',
  description: 'Choose the audience first: it decides which competencies are offered.',
  type: 'array',
  of: [defineArrayMember({ type: 'learningObjective' })],
  group: 'learning',
  validation: (rule) =>
    requiredAnd(
      rule,
      (set) => set.min(1),
      'Add at least one learning objective: it names the competencies covered.',
    ),
})

export const itemExam = defineField({
  name: 'exam',
  title: 'Exam',
  description: 'Each item has an exam of its own.',
  type: 'reference',
  to: [{ type: 'exam' }],
  group: 'learning',
  validation: (rule) =>
    rule
      .required()
      .error('Choose or create the exam that belongs to this item. A new exam must be published first.')
      .custom(examIsNotShared),
})

export const itemReferences = defineField({
  name: 'references',
  title: 'References',
  description: 'In the order in which they should be numbered.',
  type: 'array',
  of: [defineArrayMember({ type: 'citedWork' })],
  group: 'sources',
})

export const itemRepublication = defineField({
  name: 'republication',
  title: 'First publication',
  description: 'Printed with the item: registrants may not claim the same material twice.',
  type: 'republication',
  group: 'sources',
  validation: (rule) => rule.required().error('Say when and under which reference this was first published.'),
})
