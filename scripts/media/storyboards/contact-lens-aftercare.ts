import type { Storyboard } from '../storyboard.ts'

/** The clip on contact lens aftercare. */
export const contactLensAftercare: Storyboard = {
  name: 'contact-lens-aftercare',
  lead: 'Optometrist',
  scenes: [
    {
      chapter: 'Why four questions',
      heading: 'A safe aftercare conversation',
      art: 'lens',
      passages: [
        {
          speaker: 'Presenter',
          text: 'Most contact lens problems begin with a habit that nobody asked about.',
          shows: 'Problems begin with habits that nobody asked about',
        },
        {
          speaker: 'Presenter',
          text: 'Here is an aftercare conversation in four questions.',
          shows: 'Four questions bring them to light',
        },
      ],
    },
    {
      chapter: 'What happened yesterday?',
      heading: '1  What happened yesterday?',
      art: 'night',
      passages: [
        {
          speaker: 'Optometrist',
          text: 'Tell me about yesterday. When did your lenses go in, and when did they come out?',
          shows: 'When did your lenses go in, and when did they come out?',
        },
        {
          speaker: 'Patient',
          text: 'In at seven. I dozed on the sofa, so they came out at midnight.',
          shows: 'In at seven. I dozed on the sofa …',
        },
        {
          speaker: 'Presenter',
          text: 'One real day brings exceptions to light. Sleeping in lenses is among the strongest risks for infection of the cornea.',
          shows: 'Sleep in lenses: a strong risk for corneal infection',
        },
      ],
    },
    {
      chapter: 'What touches your lenses?',
      heading: '2  What touches your lenses?',
      art: 'tap',
      passages: [
        {
          speaker: 'Optometrist',
          text: 'What touches your lenses, between the bathroom tap and your eye?',
          shows: 'What touches your lenses, from tap to eye?',
        },
        {
          speaker: 'Patient',
          text: 'My fingers. And I rinse the case under the tap.',
          shows: 'I rinse the case under the tap.',
        },
        {
          speaker: 'Presenter',
          text: 'Wash and dry your hands. Keep tap water off lens and case, because it can carry Acanthamoeba. Use fresh solution each time, and a new case at least every three months.',
          shows: 'Clean, dry hands. No tap water. Fresh solution each time',
        },
      ],
    },
    {
      chapter: 'What if an eye feels wrong?',
      heading: '3  What if an eye feels wrong?',
      art: 'redEye',
      passages: [
        {
          speaker: 'Optometrist',
          text: 'What do you do when an eye feels wrong?',
          shows: 'What do you do when an eye feels wrong?',
        },
        {
          speaker: 'Patient',
          text: 'I put the lens back in and hope for the best.',
          shows: 'I put the lens back in and hope.',
        },
        {
          speaker: 'Presenter',
          text: 'With redness, pain, sensitivity to light or blurred sight: take the lens out, leave it out, and seek advice the same day.',
          shows: 'Red, painful, blurred? Lens out, and advice the same day',
        },
      ],
    },
    {
      chapter: 'What would make that hard?',
      heading: '4  What would make that hard?',
      art: 'spectacles',
      passages: [
        {
          speaker: 'Optometrist',
          text: 'What would make it hard to leave your lenses out?',
          shows: 'What would make it hard to leave them out?',
        },
        { speaker: 'Patient', text: 'My glasses are ten years old.', shows: 'My glasses are ten years old.' },
        {
          speaker: 'Presenter',
          text: 'Then knowledge is not the obstacle. Spectacles that work make it easy to do the right thing.',
          shows: 'Spectacles that work remove the obstacle',
        },
      ],
    },
    {
      chapter: 'Check and record',
      heading: 'Check, then record',
      art: 'record',
      passages: [
        {
          speaker: 'Optometrist',
          text: 'Tell me in your own words: what will you do if an eye turns red tonight?',
          shows: 'What will you do if an eye turns red tonight?',
        },
        {
          speaker: 'Presenter',
          text: 'Record what you asked, what you heard and what you advised. This clip is demonstration content and not clinical advice.',
          shows: 'Demonstration content, not clinical advice',
        },
      ],
    },
  ],
}
