import type { Storyboard } from '../storyboard.ts'

/** The clip on auditing one's own prescribing. Its numbers are invented, and it says so. */
export const prescribingAudit: Storyboard = {
  name: 'prescribing-audit',
  lead: 'Prescriber',
  scenes: [
    {
      chapter: 'Why audit',
      heading: 'From record to improvement',
      art: 'loop',
      passages: [
        {
          speaker: 'Presenter',
          text: 'A record shows what you did. An audit asks whether that is what you meant to do.',
          shows: 'Did I do what I meant to do?',
        },
        {
          speaker: 'Presenter',
          text: 'Here is a small prescribing audit in four steps. Its numbers are invented.',
          shows: 'A small audit in four steps (its numbers are invented)',
        },
      ],
    },
    {
      chapter: 'Ask one question',
      heading: '1  Ask one question',
      art: 'question',
      passages: [
        {
          speaker: 'Prescriber',
          text: 'When I prescribe a steroid drop, is the pressure measured first? And is the next check booked before the patient leaves?',
          shows: 'With a steroid drop: pressure measured, next check booked?',
        },
        {
          speaker: 'Presenter',
          text: 'Take the standard from current guidance and from the local formulary. See who wrote each of them, and when. Set your target before you look.',
          shows: 'Guidance, formulary, then a target',
        },
      ],
    },
    {
      chapter: 'Count what is recorded',
      heading: '2  Count what is recorded',
      art: 'tallyBefore',
      passages: [
        {
          speaker: 'Prescriber',
          text: 'I looked at twenty records in a row. In nineteen, the pressure was measured. In twelve, the next check was booked.',
          shows: '19 of 20 measured, 12 of 20 booked',
        },
        {
          speaker: 'Presenter',
          text: 'Take every record in turn, so that you cannot choose. Leave names out of your notes. Not recorded is a result too.',
          shows: 'In turn, no names; gaps count too',
        },
      ],
    },
    {
      chapter: 'Find the reason together',
      heading: '3  Find the reason together',
      art: 'team',
      passages: [
        {
          speaker: 'Prescriber',
          text: 'What happens between my room and the front door?',
          shows: 'What happens between my room and the front door?',
        },
        {
          speaker: 'Dispensing optician',
          text: 'We make the appointments, but nobody tells us that a check is due.',
          shows: 'Nobody tells us that a check is due.',
        },
        {
          speaker: 'Presenter',
          text: 'So the gap lies between people, and not in one of them. Those who do the work know where it can be closed.',
          shows: 'The gap lies between people, not in one of them',
        },
      ],
    },
    {
      chapter: 'Change, then count again',
      heading: '4  Change, then count again',
      art: 'tallyAfter',
      passages: [
        {
          speaker: 'Dispensing optician',
          text: 'Now we book the check before the prescription is handed over.',
          shows: 'Book the check before the prescription is handed over',
        },
        {
          speaker: 'Prescriber',
          text: 'Three months later, it was eighteen of twenty.',
          shows: 'Three months later: 18 of 20',
        },
        {
          speaker: 'Presenter',
          text: 'Ask the same question in the same way. Twenty records show a direction. They prove nothing.',
          shows: 'Same question, same way. A direction, not a proof',
        },
      ],
    },
    {
      chapter: 'Share and repeat',
      heading: 'Share, reflect, repeat',
      art: 'loop',
      passages: [
        {
          speaker: 'Presenter',
          text: 'Share the result with your team, and with those who run the local service and its formulary. Report errors and near misses locally, and a suspected adverse reaction on a Yellow Card.',
          shows: 'Share the result. Report errors; Yellow Card for reactions',
        },
        {
          speaker: 'Prescriber',
          text: 'I write down what I learned, and choose the next question.',
          shows: 'What did I learn? What comes next?',
        },
        {
          speaker: 'Presenter',
          text: 'This clip is demonstration content and not clinical advice.',
          shows: 'Demonstration content, not clinical advice',
        },
      ],
    },
  ],
}
