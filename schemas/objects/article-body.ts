import { LinkIcon } from '@sanity/icons/Link'
import { defineArrayMember, defineField, defineType } from 'sanity'
import { isLinkTarget } from '../rules/link.ts'

/** Running text of an article with its figures, pearls and tables. */
export const articleBody = defineType({
  name: 'articleBody',
  title: 'Body',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        { title: 'Text', value: 'normal' },
        { title: 'Heading', value: 'h2' },
        { title: 'Sub-heading', value: 'h3' },
        { title: 'Quotation', value: 'blockquote' },
      ],
      lists: [
        { title: 'Bullets', value: 'bullet' },
        { title: 'Numbers', value: 'number' },
      ],
      marks: {
        decorators: [
          { title: 'Strong', value: 'strong' },
          { title: 'Emphasis', value: 'em' },
          { title: 'Superscript', value: 'sup', icon: () => 'x²' },
          { title: 'Subscript', value: 'sub', icon: () => 'x₂' },
        ],
        annotations: [
          {
            name: 'link',
            title: 'Link',
            type: 'object',
            icon: LinkIcon,
            fields: [
              defineField({
                name: 'href',
                title: 'Address',
                type: 'string',
                validation: (rule) => [
                  rule.required().error('Write where the link leads, or remove it.'),
                  rule.custom(isLinkTarget),
                ],
              }),
            ],
          },
        ],
      },
      of: [defineArrayMember({ type: 'citation' })],
    }),
    defineArrayMember({ type: 'figure' }),
    defineArrayMember({ type: 'pearl' }),
    defineArrayMember({ type: 'dataTable' }),
  ],
})
