import { DocumentVideoIcon } from '@sanity/icons/DocumentVideo'
import { PlayIcon } from '@sanity/icons/Play'
import { defineArrayMember, defineField, defineType } from 'sanity'
import { streamPathPattern } from '../../core/index.ts'
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
import { clockTime, previewLine, previewTitle } from '../preview.ts'
import { audienceLine, audienceSelection, pointsLine } from '../preview-facts.ts'
import { requiredAnd } from '../rules/required.ts'
import { type DraftMoment, momentsFollow } from '../rules/timeline.ts'

const [contentTab, ...otherTabs] = itemGroups

/** A republished video. */
export const video = defineType({
  name: 'video',
  title: 'Video',
  type: 'document',
  icon: DocumentVideoIcon,
  groups: [
    ...(contentTab ? [contentTab] : []),
    { name: 'recording', title: 'Recording', icon: PlayIcon },
    ...otherTabs,
  ],
  orderings: itemOrderings,
  fields: [
    itemTitle,
    itemSlug,
    itemStandfirst,
    itemAuthors,
    itemMinutes,
    defineField({
      name: 'file',
      title: 'Video file',
      description: 'MP4 (H.264 and AAC), which every browser plays.',
      type: 'file',
      group: 'recording',
      options: { accept: 'video/mp4' },
      validation: (rule) => rule.required().assetRequired().error('Upload the video as an MP4 file.'),
    }),
    defineField({
      name: 'stream',
      title: 'Stream',
      description:
        'Optional, for long videos: the address of an HLS stream in the media store, such as /media/streams/slit-lamp/index.m3u8. Whoever releases the site uploads it with “npm run release -- --stream FOLDER --name slit-lamp”. The video file stays as the fallback.',
      type: 'string',
      group: 'recording',
      validation: (rule) =>
        rule.custom(
          (path) =>
            path === undefined ||
            path === '' ||
            streamPathPattern.test(path) ||
            'Write the address as the release command printed it: /media/streams/NAME/index.m3u8.',
        ),
    }),
    defineField({
      name: 'poster',
      title: 'Poster',
      description: 'Shown in the list and before the video runs.',
      type: 'poster',
      group: 'recording',
      validation: (rule) => rule.required().error('Add a poster: an image with its alternative text.'),
    }),
    defineField({
      name: 'captions',
      title: 'Captions',
      description: 'WebVTT (.vtt): what is said and, where it matters, what is heard.',
      type: 'file',
      group: 'recording',
      options: { accept: 'text/vtt,.vtt' },
      validation: (rule) =>
        rule
          .required()
          .assetRequired()
          .error('Upload the captions as a .vtt file: members who do not hear depend on them.'),
    }),
    defineField({
      name: 'captionsLanguage',
      title: 'Language of the captions',
      description: 'A language tag, such as en-GB.',
      type: 'string',
      group: 'recording',
      initialValue: 'en-GB',
      validation: (rule) =>
        requiredAnd(
          rule,
          (set) => set.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/),
          'Write a language tag such as en-GB.',
        ),
    }),
    defineField({
      name: 'durationSeconds',
      title: 'Length (seconds)',
      description: '12 min 30 s is 750.',
      type: 'number',
      group: 'recording',
      validation: (rule) =>
        requiredAnd(rule, (set) => set.greaterThan(0), 'Write the video’s length in seconds.'),
    }),
    defineField({
      name: 'chapters',
      title: 'Chapters',
      description: 'Viewers jump to these.',
      type: 'array',
      of: [defineArrayMember({ type: 'chapter' })],
      group: 'recording',
      validation: (rule) =>
        rule.custom<DraftMoment[]>((chapters, { document }) => momentsFollow(chapters, lengthOf(document))),
    }),
    defineField({
      name: 'transcript',
      title: 'Transcript',
      description: 'Printed below the video, for members who would rather read.',
      type: 'array',
      of: [defineArrayMember({ type: 'transcriptPassage' })],
      group: 'recording',
      validation: (rule) => [
        ...requiredAnd(
          rule,
          (set) => set.min(1),
          'Add the transcript: the page must make sense without the video.',
        ),
        rule.custom<DraftMoment[]>((passages, { document }) => momentsFollow(passages, lengthOf(document))),
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
      seconds: 'durationSeconds',
      reference: 'republication.originalReference',
      exam: 'exam',
      points: 'exam.points',
      ...audienceSelection,
      media: 'poster.image',
    },
    prepare: ({ title, seconds, reference, exam, points, media, ...audience }) => ({
      title: previewTitle(title, 'Untitled video'),
      subtitle:
        previewLine(
          exam ? pointsLine(points) : 'No exam yet',
          audienceLine(audience),
          typeof seconds === 'number' && clockTime(seconds),
          typeof reference === 'string' && reference,
        ) ?? '',
      media: media ?? DocumentVideoIcon,
    }),
  },
})

function lengthOf(document: Record<string, unknown> | undefined): number | undefined {
  const seconds = document?.['durationSeconds']
  return typeof seconds === 'number' ? seconds : undefined
}
