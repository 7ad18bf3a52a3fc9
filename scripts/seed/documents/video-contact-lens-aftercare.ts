import type { Video } from '../../../schemas/generated/sanity.types.ts'
import clip from '../assets/video/contact-lens-aftercare.json' with { type: 'json' }
import { type Authored, ref, slug } from '../authored.ts'
import { localAsset } from '../local-asset.ts'
import { itemNote } from '../notice.ts'
import { audience, objective } from '../objective.ts'

/** A conversation about contact lens habits; times come from the measurements of `scripts/media/clip.ts`. */
export const videoContactLensAftercare: Authored<Video> = {
  _id: 'video-contact-lens-aftercare',
  _type: 'video',
  title: 'A safe contact lens aftercare conversation in four questions',
  slug: slug('contact-lens-aftercare'),
  standfirst:
    'Ninety seconds on asking about wear, water, warning signs and what gets in the way, so that a patient leaves with a plan and not only with a leaflet.',
  authors: [
    {
      _type: 'contributor',
      name: 'Tom Sample',
      role: 'Contact lens optician (invented for this demonstration; the voices are synthetic)',
    },
  ],
  minutes: 2,
  audience: audience('optometrist', 'dispensing-optician', 'contact-lens-optician'),
  learningObjectives: [
    objective('Use open questions to bring out how a patient really wears and cares for contact lenses', {
      optometrist: [1],
      'dispensing-optician': [1],
      'contact-lens-optician': [1],
    }),
    objective('Advise on sleeping in lenses, water and lens cases in terms of the risk of infection', {
      optometrist: [5],
      'dispensing-optician': [7],
      'contact-lens-optician': [4],
    }),
    objective(
      'Name the symptoms that need attention on the same day, and check that the patient knows them',
      {
        optometrist: [4],
        'dispensing-optician': [4],
        'contact-lens-optician': [5],
      },
    ),
  ],
  file: { _type: 'file', asset: localAsset('video/contact-lens-aftercare.mp4') },
  poster: {
    _type: 'poster',
    image: { _type: 'image', asset: localAsset('video/contact-lens-aftercare-poster.png') },
    alt: 'Title slide, “A safe aftercare conversation”: four questions (What happened yesterday? What touches your lenses? What if an eye feels wrong? What would make that hard?) beside a drawing of an eye with a contact lens.',
  },
  captions: { _type: 'file', asset: localAsset('video/contact-lens-aftercare.vtt') },
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
      _key: 'stapleton',
      _type: 'citedWork',
      citation:
        'Stapleton F, Keay L, Edwards K, et al. The incidence of contact lens-related microbial keratitis in Australia. Ophthalmology 2008;115(10):1655–1662.',
      doi: '10.1016/j.ophtha.2008.04.002',
    },
    {
      _key: 'cmg',
      _type: 'citedWork',
      citation: 'College of Optometrists. Clinical Management Guidelines. London: College of Optometrists.',
      url: 'https://www.college-optometrists.org/clinical-guidance/clinical-management-guidelines',
    },
  ],
  republication: {
    _type: 'republication',
    firstPublished: '2021-06-05',
    originalReference: 'C-90003 O/D/CL',
    note: itemNote,
  },
  exam: ref('exam-contact-lens-aftercare'),
}
