import { ImageIcon } from '@sanity/icons/Image'
import { defineField, defineType } from 'sanity'
import { altField } from '../fields/alt.ts'
import { previewTitle } from '../preview.ts'

/** An image with what a reader needs around it: alternative text, caption and credit. */
export const figure = defineType({
  name: 'figure',
  title: 'Figure',
  type: 'object',
  icon: ImageIcon,
  fields: [
    defineField({
      name: 'image',
      title: 'Image',
      type: 'image',
      options: { hotspot: true, accept: 'image/jpeg,image/png,image/webp,image/avif' },
      validation: (rule) =>
        rule.required().assetRequired().error('Upload or choose an image: JPEG, PNG, WebP or AVIF.'),
    }),
    altField,
    defineField({
      name: 'caption',
      title: 'Caption',
      description: 'Printed below the figure.',
      type: 'text',
      rows: 2,
      validation: (rule) =>
        rule.required().error('Write the caption: what should the reader notice in this figure?'),
    }),
    defineField({
      name: 'credit',
      title: 'Credit',
      description: 'Who made the image, if it must be named.',
      type: 'string',
    }),
  ],
  preview: {
    select: { caption: 'caption', alt: 'alt', media: 'image' },
    prepare: ({ caption, alt, media }) => ({
      title: previewTitle(caption, 'Figure without caption'),
      subtitle: previewTitle(alt, 'No alternative text yet'),
      media: media ?? ImageIcon,
    }),
  },
})
