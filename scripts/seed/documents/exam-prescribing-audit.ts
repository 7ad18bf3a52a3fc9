import { exam, right, single, wrong } from '../exam.ts'

/** The exam of the video on auditing one's own prescribing. */
export const examPrescribingAudit = exam(
  'exam-prescribing-audit',
  'A small prescribing audit',
  'Six questions on the video, each with one best answer. You need four to pass.',
  [
    single(
      'two-sources',
      'A current national guideline and an older local formulary differ on how soon the pressure is checked after a steroid drop has been started. How should you set the criterion of your audit?',
      wrong(
        'Use whichever of the two is closer to what you do already',
        'A criterion that follows practice cannot show where practice falls short.',
      ),
      wrong(
        'Use the formulary, since local documents override guidance',
        'A formulary supports local choice, but an older one may not have kept up. Date and author matter.',
      ),
      wrong(
        'Leave timing out of it, and look at a different drug instead',
        'The disagreement makes the question more useful, not less.',
      ),
      right(
        'Use the current guidance, and raise the difference locally',
        'It rests on the newer review. Those who keep the formulary need to hear of the difference, so that other prescribers benefit.',
      ),
    ),
    single(
      'which-records',
      'Which set of records gives the fairest picture of one prescriber’s practice in a small audit?',
      wrong(
        'Twenty that a colleague remembers as good examples',
        'Memory chooses. The remarkable is remembered, the ordinary is not.',
      ),
      right(
        'The latest twenty in which the drug was prescribed',
        'A run of consecutive records leaves no room for choosing, even without meaning to.',
      ),
      wrong(
        'Twenty of patients who came back with a problem',
        'They may teach much about harm, but they cannot show how often the criterion is met.',
      ),
      wrong(
        'Twenty whose entries are complete and legible',
        'Incomplete records are part of the answer. Leaving them out flatters the result.',
      ),
    ),
    single(
      'nobody-can-tell',
      'In three of twenty records nobody can tell whether the pressure was measured before the steroid was prescribed. How should they be counted?',
      right(
        'As “not recorded”, reported beside yes and no',
        'A gap in the record is a finding of its own: the next clinician cannot tell either. Reported apart, it can be acted on.',
      ),
      wrong(
        'As met, since the pressure is usually measured',
        'What is usual is what the audit wants to find out. It must not be assumed.',
      ),
      wrong(
        'As missing, and replaced by three other records',
        'Replacing them removes the very records that show a weakness.',
      ),
      wrong(
        'As met, if the prescriber remembers the patient',
        'An audit looks at what was written at the time, because that is what others rely on.',
      ),
    ),
    single(
      'desk',
      'Six of eight missed follow-up checks fell in the fortnight after the front desk had begun to use new booking software. What is the most useful next step?',
      wrong(
        'Write to the prescriber about the duty to follow patients up',
        'The duty is known. The pattern points to something between consulting room and desk.',
      ),
      wrong(
        'Give each member of the desk a list of their own mistakes',
        'Blame makes people hide gaps. Their knowledge of the software is what you need.',
      ),
      right(
        'Trace one booking step by step with those who work there',
        'People who do the work see where a request gets lost, and a remedy that they help to find is likelier to last.',
      ),
      wrong(
        'End the audit, since bookings are outside prescribing',
        'A prescriber remains responsible for arranging follow-up, and does it through a team.',
      ),
    ),
    single(
      'eighteen-of-twenty',
      'Before a change, 12 of 20 records met the criterion; three months after it, 18 of 20 did. Which conclusion is justified?',
      wrong(
        'The change has been shown to work, and needs no further attention',
        'Twenty records are few, other things may have changed as well, and improvements fade.',
      ),
      right(
        'Practice has probably improved; a later count should confirm it',
        'The direction is encouraging. The same question, asked again in the same way, shows whether it lasts.',
      ),
      wrong(
        'Such numbers are worthless, because a trial would need thousands',
        'An audit compares practice with a standard. It can guide a team without proving a cause.',
      ),
      wrong(
        'The target should now be set at 90 per cent, so that it has been met',
        'A target is agreed before counting. Moving it afterwards hides the two records that fell short.',
      ),
    ),
    single(
      'unreported-reaction',
      'While counting, you come upon an unexpected, severe reaction to an eye drop a fortnight ago. The patient was cared for, but nobody has reported it. What should you do about it?',
      wrong(
        'Include it in the audit, to be reported with the final results',
        'The audit may take months, and its readers are not those who watch over medicines.',
      ),
      wrong(
        'Report it once tests have shown that the drop was the cause',
        'Suspicion is enough. Waiting for certainty means that most reactions stay unknown.',
      ),
      wrong(
        'Mention it to the company’s representative at the next visit',
        'A conversation leaves no dependable report, and the company’s duties do not replace yours.',
      ),
      right(
        'Send a Yellow Card now, and see that the GP has been told',
        'A suspected reaction can be reported by any health professional. The patient’s other prescribers need to know as well.',
      ),
    ),
  ],
)
