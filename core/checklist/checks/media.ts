import { objectOf, objectsOf, textOf } from '../../content/values.ts'
import type { Subject } from '../content.ts'
import { type CheckRule, member, missing } from '../finding.ts'
import type { Finding } from '../model.ts'
import { hasFile } from './items.ts'

const captions: CheckRule = {
  code: 'video-captions',
  group: 'items',
  title: 'Every video has captions and a transcript',
  find: ({ items }) =>
    items.flatMap((item) => {
      if (item.document._type !== 'video') return []
      const findings: Finding[] = []
      if (!hasFile(item.document['captions'])) {
        findings.push(
          missing(
            item,
            'captions',
            'The video has no captions.',
            'Upload them as a .vtt file: members who do not hear depend on them.',
          ),
        )
      } else if (textOf(item.document['captionsLanguage']) === '') {
        findings.push(
          missing(
            item,
            'captionsLanguage',
            'The language of the captions is not given.',
            'Write a language tag such as en-GB.',
          ),
        )
      }
      if (objectsOf(item.document['transcript']).length === 0) {
        findings.push(
          missing(
            item,
            'transcript',
            'The video has no transcript.',
            'Add it: the page must make sense without the video.',
          ),
        )
      }
      return findings
    }),
}

const alternatives: CheckRule = {
  code: 'images-alternative-text',
  group: 'items',
  title: 'Every figure and poster is there and has an alternative text',
  find: ({ items, exams }) => [
    ...items.flatMap((item) => [
      ...objectsOf(item.document['body'])
        .filter(({ _type }) => _type === 'figure')
        .flatMap((figure) => imageFindings(item, 'figure', figure, member('body', figure['_key']))),
      ...(item.document._type === 'video'
        ? imageFindings(item, 'poster', objectOf(item.document['poster']), 'poster')
        : []),
    ]),
    ...exams.flatMap((exam) =>
      objectsOf(exam.document['questions'])
        .filter(({ image }) => hasFile(objectOf(image)['image']))
        .flatMap((question) =>
          imageFindings(
            exam,
            'figure',
            objectOf(question['image']),
            member('questions', question['_key'], 'image'),
          ),
        ),
    ),
  ],
}

function imageFindings(
  subject: Subject,
  name: 'figure' | 'poster',
  value: Readonly<Record<string, unknown>>,
  path: string,
): Finding[] {
  if (!hasFile(value['image'])) {
    return [
      missing(
        subject,
        `${path}.image`,
        name === 'poster' ? 'The video has no poster.' : 'A figure has no image.',
        name === 'poster'
          ? 'Upload an image, and write its alternative text.'
          : 'Upload it, or remove the figure.',
      ),
    ]
  }
  if (textOf(value['alt']) !== '') return []
  return [
    missing(
      subject,
      `${path}.alt`,
      name === 'poster' ? 'The poster has no alternative text.' : 'A figure has no alternative text.',
      'Say what it shows to somebody who cannot see it.',
    ),
  ]
}

/** What must hold of pictures, sound and film. */
export const mediaChecks: readonly CheckRule[] = [captions, alternatives]
