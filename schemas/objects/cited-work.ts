import { BookIcon } from '@sanity/icons/Book'
import { defineField, defineType } from 'sanity'
import { previewTitle } from '../preview.ts'

/** An entry of the reference list. Citations in the text point at its key, so the order of the list may change. */
export const citedWork = defineType({
  name: 'citedWork',
  title: 'Reference',
  type: 'object',
  icon: BookIcon,
  fields: [
    defineField({
      name: 'citation',
      title: 'Citation',
      description: 'Authors, year, title, journal, volume and pages, as it should be printed.',
      type: 'text',
      rows: 3,
      validation: (rule) => rule.required().error('Write the citation as it should be printed.'),
    }),
    defineField({
      name: 'doi',
      title: 'DOI',
      description: 'Without https://doi.org/, such as 10.1000/182. Preferred to a web address.',
      type: 'string',
      validation: (rule) =>
        rule.regex(/^10\.\d{4,9}\/\S+$/).error('Write the DOI alone, from 10. onwards, such as 10.1000/182.'),
    }),
    defineField({
      name: 'url',
      title: 'Web address',
      type: 'url',
      validation: (rule) =>
        rule.uri({ scheme: ['https', 'http'] }).error('Write a full address that starts with https://.'),
    }),
  ],
  preview: {
    select: { citation: 'citation', doi: 'doi', url: 'url' },
    prepare: ({ citation, doi, url }: { citation?: string; doi?: string; url?: string }) => ({
      title: previewTitle(citation, 'Reference without citation'),
      subtitle: doi ?? url ?? 'Not linked',
    }),
  },
})
