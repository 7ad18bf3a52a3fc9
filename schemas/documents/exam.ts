import { CogIcon } from '@sanity/icons/Cog'
import { HelpCircleIcon } from '@sanity/icons/HelpCircle'
import { TaskIcon } from '@sanity/icons/Task'
import { defineArrayMember, defineField, defineType } from 'sanity'
import { counted, previewLine, previewTitle } from '../preview.ts'
import { pointsLine } from '../preview-facts.ts'
import { passMarkLints, questionLints } from '../rules/lints.ts'
import { requiredAnd } from '../rules/required.ts'

/** A multiple-choice exam. Publishing a change makes a new version; members are graded by the version they saw. */
export const exam = defineType({
  name: 'exam',
  title: 'Exam',
  type: 'document',
  icon: TaskIcon,
  groups: [
    { name: 'questions', title: 'Questions', icon: HelpCircleIcon, default: true },
    { name: 'rules', title: 'Passing and points', icon: CogIcon },
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      description: 'Without the word “exam”: pages, lists and certificates say that it is one.',
      type: 'string',
      group: 'questions',
      validation: (rule) => rule.required().error('Write the title, such as “The red eye in practice”.'),
    }),
    defineField({
      name: 'introduction',
      title: 'Introduction',
      description: 'Shown above the first question.',
      type: 'text',
      rows: 3,
      group: 'questions',
      validation: (rule) => rule.required().error('Tell members in a sentence or two what to expect.'),
    }),
    defineField({
      name: 'questions',
      title: 'Questions',
      type: 'array',
      of: [defineArrayMember({ type: 'question' })],
      group: 'questions',
      validation: (rule) => [
        ...requiredAnd(rule, (set) => set.min(1), 'Add at least one question.'),
        rule.custom(questionLints('error')),
        rule.custom(questionLints('warning')).warning(),
      ],
    }),
    defineField({
      name: 'passMark',
      title: 'Pass mark (per cent)',
      description: 'Share of questions that must be answered correctly, from 1 to 100.',
      type: 'number',
      group: 'rules',
      initialValue: 60,
      validation: (rule) => [
        rule.required().error('Write a percentage from 1 to 100.'),
        rule.custom(passMarkLints('error')),
        rule.custom(passMarkLints('warning')).warning(),
      ],
    }),
    defineField({
      name: 'maxAttempts',
      title: 'Attempts allowed',
      description: 'How often a member may hand in this exam, from 1 to 10.',
      type: 'number',
      group: 'rules',
      initialValue: 3,
      validation: (rule) =>
        requiredAnd(rule, (set) => set.integer().min(1).max(10), 'Write a whole number from 1 to 10.'),
    }),
    defineField({
      name: 'points',
      title: 'CET points',
      type: 'number',
      group: 'rules',
      initialValue: 1,
      validation: (rule) =>
        requiredAnd(
          rule,
          (set) => set.greaterThan(0).max(36),
          'Write how many points a pass earns, above 0.',
        ),
    }),
    defineField({
      name: 'pointType',
      title: 'Kind of points',
      type: 'string',
      group: 'rules',
      options: {
        layout: 'radio',
        list: [
          { value: 'non-interactive', title: 'Non-interactive (reading or watching alone)' },
          { value: 'interactive', title: 'Interactive (together with others)' },
        ],
      },
      initialValue: 'non-interactive',
      validation: (rule) => rule.required().error('Choose the kind of points.'),
    }),
    defineField({
      name: 'feedback',
      title: 'When members see the answers',
      type: 'string',
      group: 'rules',
      options: {
        layout: 'radio',
        list: [
          {
            value: 'after-last-word',
            title: 'After the last word: passed, no attempts left, or the exam has closed',
          },
          { value: 'never', title: 'Never' },
        ],
      },
      initialValue: 'after-last-word',
      validation: (rule) => rule.required().error('Choose when members may see the key and the rationales.'),
    }),
  ],
  orderings: [{ name: 'title', title: 'Title', by: [{ field: 'title', direction: 'asc' }] }],
  preview: {
    select: {
      title: 'title',
      questions: 'questions',
      passMark: 'passMark',
      points: 'points',
      pointType: 'pointType',
    },
    prepare: ({ title, questions, passMark, points, pointType }: ExamSelection) => ({
      title: previewTitle(title, 'Untitled exam'),
      subtitle:
        previewLine(
          pointsLine(points),
          Array.isArray(questions) ? counted(questions.length, 'question') : 'No questions yet',
          passMark !== undefined && `pass at ${passMark} %`,
          pointType,
        ) ?? '',
      media: TaskIcon,
    }),
  },
})

interface ExamSelection {
  title?: string
  questions?: unknown
  passMark?: number
  points?: number
  pointType?: string
}
