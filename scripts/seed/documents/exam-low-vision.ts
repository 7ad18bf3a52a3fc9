import { exam, right, single, wrong } from '../exam.ts'

/** The exam of the article on low vision. */
export const examLowVision = exam(
  'exam-low-vision-in-practice',
  'Low vision in practice',
  'Six questions on the article, each with one best answer. You need four to pass.',
  [
    single(
      'starting-magnification',
      'A man can just read N24 at 25 cm with an addition of +4.00. He wants to read N8 bank statements fluently, and you allow an acuity reserve of two. Which magnification, relative to 25 cm, should you try first?',
      wrong(
        'About 1.5×',
        'This divides by the reserve instead of multiplying by it. N24 to N8 alone needs 3×.',
      ),
      wrong('About 3×', 'This reaches threshold: N8 could just be made out, without the margin for fluency.'),
      right('About 6×', '24 ÷ 8 = 3× reaches threshold, and a reserve of two doubles it.'),
      wrong(
        'About 12×',
        'This applies the reserve twice. More power than needed costs working distance and field.',
      ),
    ),
    single(
      'two-labels',
      'You expect a 20 D magnifier to be called 5×, but its label says 6×. What is the most likely reason?',
      right(
        'It states power over four, plus one',
        'Both conventions are in use: 20 ÷ 4 = 5 and 5 + 1 = 6. Comparing dioptres avoids the trap.',
      ),
      wrong(
        'It was measured at a distance of 30 cm',
        'With 30 cm as the reference the figure would be 6, but 25 cm is what labels customarily refer to; adding one is the usual reason.',
      ),
      wrong(
        'It belongs to a lens of another power',
        'A label that follows the other convention is far more likely than a fault. A focimeter would tell.',
      ),
      wrong(
        'It describes the lens when it is lit',
        'Light can improve acuity and contrast for the reader, but it does not change the power of the lens.',
      ),
    ),
    single(
      'light-first',
      'A woman with macular degeneration reads N10 under her ceiling light at home. In your practice, with a lamp close to the page, she reads N6. What should you suggest first?',
      wrong(
        'A stronger magnifier to use under the ceiling light',
        'It may reach the print, at the price of distance and field, and leaves the cause untouched.',
      ),
      wrong(
        'A pale tint in her present reading spectacles',
        'A tint takes light away. It may help against glare, which she has not mentioned.',
      ),
      wrong(
        'A brighter bulb in the fitting on the ceiling',
        'The ceiling is far away, and illuminance falls with the square of distance; more of it may also add glare.',
      ),
      right(
        'An adjustable lamp near the page, tried at home',
        'Your own measurement shows that light gives her what she needs. A trial at home shows whether it works there.',
      ),
    ),
    single(
      'silent-visitors',
      'A man of 79 with advanced glaucoma sees silent children in old-fashioned dress. He knows that they are not there, and is otherwise well and clear in mind. What is the best response?',
      wrong(
        'Refer him to psychiatric services as an emergency',
        'Insight, silence and poor sight without other symptoms do not suggest psychosis. The referral would frighten him.',
      ),
      right(
        'Explain how poor sight can cause this, and ask about other causes',
        'Explanation relieves most people with Charles Bonnet syndrome, and questions about medicines and symptoms look for other reasons.',
      ),
      wrong(
        'Promise that stronger spectacles will make the images go away',
        'Improving sight is worth while but may not end the images. A promise that fails costs trust.',
      ),
      wrong(
        'Make a note of it, and wait until he brings the subject up again',
        'Many people fear for their minds and stay silent. He has given you the opening.',
      ),
    ),
    single(
      'progressives-and-falls',
      'A woman of 84, who seldom leaves her flat, has worn progressive lenses for years. She has read that they cause falls and asks for single-vision distance spectacles for walking. Which reply fits the trial in the article?',
      wrong(
        'Change, because falls in such wearers were reduced by half',
        'There was no significant reduction overall, and people like her had more falls outside.',
      ),
      wrong(
        'Change to bifocals, which did better than progressives',
        'The trial compared distance spectacles with usual multifocals; it did not compare bifocals with progressives.',
      ),
      wrong(
        'Keep them, because the choice of lens has no bearing on how often people fall',
        'A cohort found falls about twice as likely among wearers. The question is what helps whom.',
      ),
      right(
        'Keep them for now, because people who went out little fared worse',
        'Those who were rarely active outdoors had more falls outside after the change. Look at her other risks first.',
      ),
    ),
    single(
      'certificate-and-help',
      'A woman’s best corrected acuity is 6/60 with both eyes open and her central field is lost. Injections continue, and she struggles at home. What should you advise?',
      right(
        'Raise certification with the eye clinic, and offer referral to social services now',
        'She may be eligible now, treatment is no obstacle, and help at home does not depend on the certificate.',
      ),
      wrong(
        'Wait until the course of injections has ended before raising certification',
        'Guidance says that it should be offered as soon as somebody is eligible, even during active treatment.',
      ),
      wrong(
        'Ask the local authority to register her, and the eye clinic for a certificate later',
        'The order is the reverse: the ophthalmologist’s certificate comes first, and registration is her choice.',
      ),
      wrong(
        'Explain that both certificate and help at home begin at acuity worse than 3/60',
        'That is one starting point for severe impairment. Sight impairment begins earlier, and help needs no certificate.',
      ),
    ),
  ],
)
