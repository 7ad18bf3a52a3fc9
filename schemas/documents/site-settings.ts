import { CogIcon } from '@sanity/icons/Cog'
import { defineField, defineType } from 'sanity'

const webAddress = 'Write a full address that starts with https://.'

/** What the whole site shares. There is exactly one, with a fixed ID (`schemas/singletons.ts`). */
export const siteSettings = defineType({
  name: 'siteSettings',
  title: 'Site settings',
  type: 'document',
  icon: CogIcon,
  groups: [
    { name: 'site', title: 'Site', default: true },
    { name: 'joining', title: 'Joining and contact' },
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Site title',
      type: 'string',
      group: 'site',
      validation: (rule) => rule.required().error('Write the site’s title.'),
    }),
    defineField({
      name: 'description',
      title: 'Description',
      description: 'One sentence for search engines and previews.',
      type: 'text',
      rows: 2,
      group: 'site',
      validation: (rule) => [
        rule.required().error('Describe the site in one sentence.'),
        rule.max(200).warning('Shorten the description below 200 characters.'),
      ],
    }),
    defineField({
      name: 'notice',
      title: 'Notice',
      description: 'Shown on every page, such as “Demonstration content”. Leave empty for none.',
      type: 'text',
      rows: 2,
      group: 'site',
    }),
    defineField({
      name: 'activePack',
      title: 'Active pack',
      description: 'The pack on the page “Active CET”.',
      type: 'reference',
      to: [{ type: 'pack' }],
      group: 'site',
      validation: (rule) =>
        rule.required().error('Choose the pack that the site shows. A new one must be published first.'),
    }),
    defineField({
      name: 'howToJoin',
      title: 'How to join',
      description: 'Told to people who are signed in but have no access to the pack.',
      type: 'text',
      rows: 4,
      group: 'joining',
      validation: (rule) => rule.required().error('Tell people how to get access.'),
    }),
    defineField({
      name: 'joinUrl',
      title: 'Address for joining',
      type: 'url',
      group: 'joining',
      validation: (rule) => [
        rule.required().error('Write where people can become members.'),
        rule.uri({ scheme: ['https'] }).error(webAddress),
      ],
    }),
    defineField({
      name: 'subscribeUrl',
      title: 'Address for subscribing',
      type: 'url',
      group: 'joining',
      validation: (rule) => [
        rule.required().error('Write where people can subscribe.'),
        rule.uri({ scheme: ['https'] }).error(webAddress),
      ],
    }),
    defineField({
      name: 'contactEmail',
      title: 'E-mail address for questions',
      type: 'string',
      group: 'joining',
      validation: (rule) => [
        rule.required().error('Write the address that members can turn to.'),
        rule.email().error('Write an e-mail address such as cet@example.org.'),
      ],
    }),
  ],
  preview: { prepare: () => ({ title: 'Site settings', media: CogIcon }) },
})
