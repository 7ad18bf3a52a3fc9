import type { Video } from '../../../schemas/generated/sanity.types.ts'
import clip from '../assets/video/prescribing-audit.json' with { type: 'json' }
import { type Authored, ref, slug } from '../authored.ts'
import { localAsset } from '../local-asset.ts'
import { itemNote } from '../notice.ts'
import { audience, objective } from '../objective.ts'

/** A small audit of one's own prescribing; times come from the measurements of `scripts/media/clip.ts`. */
export const videoPrescribingAudit: Authored<Video> = {
  _id: 'video-prescribing-audit',
  _type: 'video',
  title: 'From record to improvement: a small prescribing audit',
  slug: slug('prescribing-audit'),
  standfirst:
    'Ninety-seven seconds on one question, twenty records and one change: how a prescriber and a practice team find out whether they do what they mean to do, and what becomes of the result.',
  authors: [
    {
      _type: 'contributor',
      name: 'Nia Sample',
      role: 'Pharmacist and teacher of prescribers (invented for this demonstration; the voices are synthetic)',
    },
    {
      _type: 'contributor',
      name: 'Gareth Sample',
      role: 'Dispensing optician and practice manager (invented for this demonstration)',
    },
  ],
  minutes: 2,
  audience: audience('optometrist', 'dispensing-optician', 'therapeutic-prescriber'),
  learningObjectives: [
    objective(
      'Turn a question about one’s own prescribing into a criterion and a target from current sources',
      {
        'therapeutic-prescriber': [6, 7],
      },
    ),
    objective('Count a run of records fairly, and judge with caution what a small number shows', {
      optometrist: [2],
      'therapeutic-prescriber': [6],
    }),
    objective('Find with the whole team where a gap arises, and try one change', {
      'dispensing-optician': [2],
      'therapeutic-prescriber': [9],
    }),
    objective(
      'Pass results, errors and suspected adverse reactions on to the service and the schemes that need them',
      {
        optometrist: [2],
        'dispensing-optician': [2],
        'therapeutic-prescriber': [8],
      },
    ),
  ],
  file: { _type: 'file', asset: localAsset('video/prescribing-audit.mp4') },
  poster: {
    _type: 'poster',
    image: { _type: 'image', asset: localAsset('video/prescribing-audit-poster.png') },
    alt: 'Title slide, “From record to improvement”: four steps (Ask one question; Count what is recorded; Find the reason together; Change, then count again) beside a ring of four numbered circles joined by arrows.',
  },
  captions: { _type: 'file', asset: localAsset('video/prescribing-audit.vtt') },
  captionsLanguage: 'en-GB',
  durationSeconds: clip.durationSeconds,
  chapters: clip.chapters.map((chapter) => ({ _type: 'chapter', ...chapter })),
  transcript: clip.passages.map((passage, index) => ({
    _type: 'transcriptPassage',
    startSeconds: passage.startSeconds,
    ...(clip.passages[index - 1]?.speaker === passage.speaker ? {} : { speaker: passage.speaker }),
    text: passage.text,
  })),
  references: [
    {
      _key: 'rps',
      _type: 'citedWork',
      citation:
        'Royal Pharmaceutical Society. A Competency Framework for all Prescribers. London: Royal Pharmaceutical Society, 2016.',
      url: 'https://www.rpharms.com/resources/frameworks/prescribers-competency-framework',
    },
    {
      _key: 'ng5',
      _type: 'citedWork',
      citation:
        'National Institute for Health and Care Excellence. Medicines optimisation: the safe and effective use of medicines to enable the best possible outcomes. NICE guideline NG5. London: NICE, 2015.',
      url: 'https://www.nice.org.uk/guidance/ng5',
    },
    {
      _key: 'yellow-card',
      _type: 'citedWork',
      citation:
        'Medicines and Healthcare products Regulatory Agency. Yellow Card: report suspected side effects to medicines. London: MHRA.',
      url: 'https://yellowcard.mhra.gov.uk/',
    },
  ],
  republication: {
    _type: 'republication',
    firstPublished: '2021-08-07',
    originalReference: 'C-90009 O/D/TP',
    note: itemNote,
  },
  exam: ref('exam-prescribing-audit'),
}
