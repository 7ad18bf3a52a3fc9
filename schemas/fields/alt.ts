import { defineField } from 'sanity'

/** Alternative text: asked for wherever an image is shown. */
export const altField = defineField({
  name: 'alt',
  title: 'Alternative text',
  description: 'Read out by screen readers in place of the image. Do not repeat the caption.',
  type: 'text',
  rows: 2,
  validation: (rule) => [
    rule
      .required()
      .error('Write the alternative text: say what the figure shows to somebody who cannot see it.'),
    rule.max(300).warning('Shorten the alternative text below 300 characters; put details into the article.'),
  ],
})
