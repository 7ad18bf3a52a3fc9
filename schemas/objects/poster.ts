import { ImageIcon } from '@sanity/icons/Image'
import { defineField, defineType } from 'sanity'
import { altField } from '../fields/alt.ts'
import { previewTitle } from '../preview.ts'

/** The still that a player shows before a video runs. */
export const poster = defineType({
  name: 'poster',
  title: 'Poster',
  type: 'object',
  icon: ImageIcon,
  fields: [
    defineField({
      name: 'image',
      title: 'Image',
      description: 'In the video’s own proportions, at least 1,280 pixels wide.',
      type: 'image',
      options: { hotspot: true, accept: 'image/jpeg,image/png,image/webp,image/avif' },
      validation: (rule) =>
        rule.required().assetRequired().error('Upload or choose an image: JPEG, PNG, WebP or AVIF.'),
    }),
    altField,
  ],
  preview: {
    select: { alt: 'alt', media: 'image' },
    prepare: ({ alt, media }) => ({
      title: previewTitle(alt, 'No alternative text yet'),
      media: media ?? ImageIcon,
    }),
  },
})
