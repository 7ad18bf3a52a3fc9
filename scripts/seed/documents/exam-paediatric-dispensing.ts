import { exam, multiple, right, single, wrong } from '../exam.ts'

/** The exam of the article on paediatric dispensing. */
export const examPaediatricDispensing = exam(
  'exam-paediatric-dispensing',
  'Paediatric dispensing',
  'Six questions on the article. Five have one best answer; one asks you to select two. You need four to pass.',
  [
    single(
      'collection',
      'A girl of nine comes to collect her spectacles from a dispensing assistant. The dispensing optician is at another branch today; the optometrist is in the practice and free. What makes handing them over lawful?',
      wrong(
        'Her father signs that the spectacles were fitted to his satisfaction',
        'A carer’s signature cannot replace supervision by a registrant.',
      ),
      right(
        'The optometrist supervises the fitting, ready to step in',
        'The supervising registrant is on the premises, oversees the work and stays responsible. Record who that was.',
      ),
      wrong(
        'The dispensing optician stays on the telephone while the assistant fits them',
        'A supervisor must be able to oversee and to step in. A voice from another branch can do neither.',
      ),
      wrong(
        'The dispensing optician checks the record and signs it on the following day',
        'By then the unsupervised fitting is over. A later signature describes supervision that did not happen.',
      ),
    ),
    single(
      'sliding-front',
      'A boy of three looks over the top of his new frame. Its sides are the right length, but the narrow bridge touches his nose at two low points. Which change is most likely to help?',
      right(
        'A front with a lower crest and with wider frontal and splay angles',
        'It rests along both sides of a low, wide nose, so the lenses stay in front of the pupils.',
      ),
      wrong(
        'The same front with longer sides, bent further down behind the ears',
        'The sides already fit. Pulling harder on two points makes red marks, and a longer side lets the front slide.',
      ),
      wrong(
        'The same style in a larger eye size, so that the rims reach higher',
        'A larger front is heavier, decentres the lenses and still lacks a bridge that fits.',
      ),
      wrong(
        'A steeper tilt of the front, so that the lower rims rest on the cheeks',
        'Rims that rest on the cheeks move with each smile, and the tilt changes the effect of the lenses.',
      ),
    ),
    multiple(
      'thin-plus-lenses',
      'A girl of five needs R and L +6.50. Which two decisions do most to keep her lenses thin and light? Select two.',
      right(
        'A small front whose lens centres lie close to her pupils',
        'Little decentration means a smaller lens, and in plus powers the thickness at the centre follows the diameter.',
      ),
      wrong(
        'An anti-reflection coating on both surfaces',
        'It reduces reflections but adds no strength and takes no thickness away.',
      ),
      wrong(
        'A deep lens shape that leaves room for growth',
        'Size and decentration add thickness and weight. Growth is met with adjustment and a new measurement.',
      ),
      right(
        'Surfacing to the smallest substance for that shape',
        'The laboratory works the lens to the frame instead of cutting it from a blank that was made for an adult.',
      ),
    ),
    single(
      'six-weeks',
      'A boy of five with anisometropic amblyopia has worn his first spectacles full time for six weeks, and the weaker eye has gained one line. His parents ask why patching has not begun. Which reply fits the evidence?',
      wrong(
        'Patching is of little use to a child who wears the right spectacles',
        'Many children do need further treatment. The question is when, and after how much improvement.',
      ),
      wrong(
        'He may wear them for close work alone until the patch is prescribed',
        'Improvement came with wearing time. Less wear would slow it.',
      ),
      wrong(
        'One line is too little, so the lenses are probably of the wrong power',
        'A gain at six weeks is encouraging, and improvement was still being measured over 18 weeks.',
      ),
      right(
        'Spectacles alone may bring more, so his progress is reviewed first',
        'Acuity goes on improving for weeks. Some children need no patch, and the others start with better sight.',
      ),
    ),
    single(
      'no-difference',
      'A mother says that her son of six sees “just the same” with and without his spectacles, R +0.50 and L +4.50. They were made and centred as ordered. How do you explain this?',
      wrong(
        'He is too young to describe how clearly he sees',
        'Most children of six can. What he says is right: with both eyes open he notices little change.',
      ),
      wrong(
        'He overcomes the long sight of both eyes himself',
        'Both eyes accommodate together. Focus that suits the right eye leaves the left one blurred.',
      ),
      right(
        'His right eye sees well, and hides what the left one lacks',
        'This is why he needs the spectacles full time, and why the family should hear of it in advance.',
      ),
      wrong(
        'His left eye has improved, so the lens can be made weaker',
        'Nothing here shows improvement, and a change of power is a matter for measurement by the prescriber.',
      ),
    ),
    single(
      'downs-syndrome',
      'A long-sighted girl of eight with Down’s syndrome under-accommodates at near in spite of her correction, and the optometrist prescribes an addition. Which dispensing suits her best?',
      right(
        'Bifocals with high segments, in a frame with a low bridge and short sides',
        'High segments are found without lowering the eyes. The frame suits a low crest and a short distance to the ear.',
      ),
      wrong(
        'Reading spectacles to change into, in a frame made for a younger child',
        'Changing pairs interrupts full-time wear, and her measurements seldom match those of younger children.',
      ),
      wrong(
        'Progressive lenses at the usual height, in a frame that she can grow into',
        'A loose frame and a reading zone low in the lens mean that she would hardly use it.',
      ),
      wrong(
        'Bifocals with segments at the lower lid, in a frame with a narrow bridge',
        'Segments at an adult’s height are missed, and a narrow bridge slides on a low, wide nose.',
      ),
    ),
  ],
)
