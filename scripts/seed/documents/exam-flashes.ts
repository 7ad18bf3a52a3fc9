import { exam, multiple, right, single, wrong } from '../exam.ts'

/** The exam of the article on flashes and floaters. */
export const examFlashes = exam(
  'exam-flashes-and-floaters',
  'Sudden flashes and floaters',
  'Six questions on the article. Five have one best answer; one asks you to select two. You need four to pass.',
  [
    single(
      'telephone-triage',
      'Four people telephone within the same hour. Who must be referred to the eye unit today without waiting for an appointment in your practice?',
      wrong(
        'A man of 68 with one floater that has been unchanged for three years',
        'Long-standing, stable symptoms can be looked at in a routine visit, with advice on what would make it urgent.',
      ),
      right(
        'A woman of 59 with a shadow in her left field since this morning',
        'A fixed loss of field suggests retinal detachment. Speak to the eye unit at once; do not delay it for a dilated examination.',
      ),
      wrong(
        'A man of 62 with a new floater and arcs of light, sight and field unchanged',
        'He needs a dilated examination within 24 hours. If a break, pigment or blood is found, he is referred the same day.',
      ),
      wrong(
        'A woman of 31 who saw zigzags in both eyes for 25 minutes and is now well',
        'Both eyes, the spreading pattern and full recovery are typical of migraine aura.',
      ),
    ),
    single(
      'likelihood-of-a-tear',
      'In the review that the article cites, roughly how many of the patients who were seen by an ophthalmologist with acute flashes or floaters had a retinal tear?',
      wrong('One in two', 'Far too many: most have an uncomplicated vitreous detachment.'),
      wrong(
        'One in fifty',
        'Too few. At this rate an urgent examination would be hard to justify; in truth the risk is higher.',
      ),
      wrong(
        'One in two hundred',
        'Far too few. A tear is common enough among these patients for everybody to be examined urgently.',
      ),
      right(
        'One in seven',
        'The prevalence was 14%, which is why new symptoms need a dilated examination within a day.',
      ),
    ),
    single(
      'pigment',
      'You see brown granules in the anterior vitreous of an eye with new floaters. With a good view through a dilated pupil you find no break. What should you do?',
      right(
        'Discuss and refer the same day',
        'Pigment suggests that the retinal pigment epithelium has been exposed. A break is likely even if it could not be seen.',
      ),
      wrong(
        'Give safety-net advice and see the patient again in six weeks',
        'This suits an uncomplicated detachment of the vitreous, without pigment or blood.',
      ),
      wrong(
        'Take widefield photographs and discharge if they are normal',
        'The far periphery may lie outside the picture. A normal photograph does not outweigh pigment.',
      ),
      wrong(
        'Begin a topical steroid for suspected uveitis',
        'Inflammatory cells are pale and come with other signs. Treating them here would delay finding a break.',
      ),
    ),
    multiple(
      'before-dilating',
      'Which two steps should be completed before dilating the pupils of a patient with new flashes? Select two.',
      wrong(
        'Indirect biomicroscopy of the retinal periphery',
        'The periphery cannot be examined adequately through a small pupil. This is what dilation is for.',
      ),
      right(
        'Comparison of the pupils’ reactions to light',
        'A relative afferent defect may mean an extensive detachment, and dilation makes the test impossible.',
      ),
      wrong(
        'Indentation of the sclera while viewing the ora serrata',
        'Indentation shows the far periphery, through a dilated pupil, and only in trained hands.',
      ),
      right(
        'Advice that the patient must not drive until the blur has gone',
        'Patients must be able to decide, and to arrange the journey home, before the drops go in.',
      ),
    ),
    single(
      'macula-on',
      'You find a retinal detachment that has not reached the macula; acuity is 6/6. Why does this finding make the telephone call more pressing rather than less?',
      wrong(
        'Because detachment with good acuity is more likely to be caused by a tumour',
        'Good acuity says nothing about the cause. It tells you that the macula is still attached.',
      ),
      wrong(
        'Because the second eye is usually affected within a few hours',
        'The other eye is at greater risk over a lifetime and is examined as well, but not within hours.',
      ),
      right(
        'Because surgery in time may keep the macula attached',
        'Central vision can still be saved, and it may be lost within hours. Say both acuity and the state of the macula.',
      ),
      wrong(
        'Because such detachments settle without surgery if posture is correct',
        'Positioning may slow the spread while surgery is arranged. It does not replace it.',
      ),
    ),
    single(
      'safety-net',
      'A posterior vitreous detachment looks uncomplicated. Which advice protects the patient best?',
      wrong(
        'The floaters should go within six weeks; come back if they have not',
        'Floaters fade slowly and may stay. Tying the return to their persistence misses the symptoms that matter.',
      ),
      wrong(
        'Nothing was found, so the next routine examination is soon enough',
        'A tear may follow: 3.4% of these patients had one within six weeks.',
      ),
      wrong(
        'Avoid bending, lifting and flying until the flashes have stopped',
        'There is no need for this after an uncomplicated detachment, and it distracts from the warning symptoms.',
      ),
      right(
        'Return the same day if floaters increase, flashes change or a shadow appears',
        'It names the symptoms and the time limit. Give it in speech and in writing, with a number for when you are closed.',
      ),
    ),
  ],
)
