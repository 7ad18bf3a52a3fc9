import { UserIcon } from '@sanity/icons/User'
import { defineField, defineType } from 'sanity'
import { previewTitle } from '../preview.ts'

/** Somebody who wrote or presents an item. */
export const contributor = defineType({
  name: 'contributor',
  title: 'Contributor',
  type: 'object',
  icon: UserIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      validation: (rule) => rule.required().error('Write the contributor’s name as it should be printed.'),
    }),
    defineField({
      name: 'role',
      title: 'Role',
      description: 'What qualifies this person, such as “Specialist optometrist, hospital eye service”.',
      type: 'string',
      validation: (rule) => rule.required().error('Say what this person does, so that readers can judge.'),
    }),
  ],
  preview: {
    select: { name: 'name', role: 'role' },
    prepare: ({ name, role }: { name?: string; role?: string }) => ({
      title: previewTitle(name, 'Unnamed contributor'),
      ...(role && { subtitle: role }),
    }),
  },
})
