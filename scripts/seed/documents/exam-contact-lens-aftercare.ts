import { exam, right, single, wrong } from '../exam.ts'

/** The exam of the video on contact lens aftercare. */
export const examContactLensAftercare = exam(
  'exam-contact-lens-aftercare',
  'A safe contact lens aftercare conversation',
  'Six questions on the video, each with one best answer. You need four to pass.',
  [
    single(
      'one-real-day',
      'Why does the optometrist ask about yesterday rather than about usual wear?',
      wrong(
        'Because lenses should be replaced after each day',
        'Replacement depends on the lens. The question is about how memory works, not about the schedule.',
      ),
      wrong(
        'Because regulations require the last wearing time to be recorded',
        'A wearing time belongs in the record, but that is not why the question is put like this.',
      ),
      right(
        'Because one real day brings exceptions to light',
        'People describe what they intend when they are asked what is usual. Naps and long days appear when one day is told.',
      ),
      wrong(
        'Because what happened before yesterday no longer affects the cornea',
        'Earlier wear matters. The day is a way into the conversation, and other days can follow.',
      ),
    ),
    single(
      'sleeping-in-lenses',
      'The patient dozes in lenses that are meant for the daytime. Which risk should the advice name first?',
      right(
        'Infection of the cornea',
        'Sleeping in lenses is among the strongest known risks for microbial keratitis, whatever the material.',
      ),
      wrong(
        'A sudden increase of short sight',
        'Lack of oxygen may shift refraction a little, but that is not the danger.',
      ),
      wrong(
        'Loss of the lens behind the eye',
        'This cannot happen: the conjunctiva closes the way. Saying so may even reassure.',
      ),
      wrong('Early cataract', 'Contact lens wear during sleep is not known to cause cataract.'),
    ),
    single(
      'water',
      'A patient rinses the lens case under the tap. Which explanation is right?',
      wrong(
        'Tap water is safe as long as the case is then left to dry in the air',
        'Drying helps, but organisms from the water can survive on the case and in the film on its walls.',
      ),
      wrong(
        'Tap water is only a problem abroad, where it may not be fit to drink',
        'Water that is fit to drink is not sterile. Acanthamoeba lives in domestic supplies as well.',
      ),
      wrong(
        'Tap water removes the disinfectant, so more solution must be used afterwards',
        'The trouble is what the water brings in, not what it washes out.',
      ),
      right(
        'Tap water can carry Acanthamoeba, so only solution should touch the case',
        'Keratitis from Acanthamoeba is rare, severe and closely linked to water. Rinse with solution, wipe, and let the case dry.',
      ),
    ),
    single(
      'lens-feels-wrong',
      'What should a wearer do when an eye becomes red and painful in the evening?',
      wrong(
        'Rinse the lens, put it back and see whether it feels better',
        'Putting a lens back on an eye that may be infected delays help and can make things worse.',
      ),
      right(
        'Take the lens out, leave it out, and seek advice the same day',
        'Lens out and leave it out: a red, painful eye in a wearer is treated as an infection until somebody has looked.',
      ),
      wrong(
        'Use a lubricant overnight and ring for an appointment next week',
        'Microbial keratitis can destroy tissue within a day. Waiting for a week is dangerous.',
      ),
      wrong(
        'Take the lens out and begin antibiotic drops left over from last year',
        'Old drops may be unsuitable or contaminated, and can hide what the clinician has to see.',
      ),
    ),
    single(
      'barriers',
      'The patient knows the advice but wears lenses even when an eye is sore. Which of these makes safe behaviour easiest?',
      wrong(
        'Repeating the list of risks in stronger words at each visit',
        'Fear alone seldom changes a habit, and patients may stop telling you what they really do.',
      ),
      wrong(
        'Refusing any supply of lenses until the patient has promised to comply',
        'A promise does not remove the obstacle. Supply depends on a valid specification and clinical judgement.',
      ),
      wrong(
        'Extending the interval between aftercare visits as a sign of trust',
        'Less contact gives fewer chances to find a problem in a patient who is known to take risks.',
      ),
      right(
        'Up-to-date spectacles, so that leaving lenses out is no hardship',
        'Somebody who cannot see without lenses will wear them. Spectacles that work remove the obstacle.',
      ),
    ),
    single(
      'checking-understanding',
      'At the end, which sentence is the best check of what the patient will do?',
      wrong('“Is that all clear?”', 'A closed question invites a polite yes and shows nothing.'),
      right(
        '“Tell me what you will do if an eye turns red tonight.”',
        'Saying the plan aloud shows what was understood, and lets you correct it while the patient is with you.',
      ),
      wrong(
        '“You do remember what I said about the tap, don’t you?”',
        'It leads the patient to agree and tests memory of one item only.',
      ),
      wrong(
        '“Please read this leaflet at home and ring if you have questions.”',
        'A leaflet supports the talk, but nobody learns whether it was understood.',
      ),
    ),
  ],
)
