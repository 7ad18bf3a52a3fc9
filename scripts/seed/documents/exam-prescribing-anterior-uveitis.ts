import { exam, right, single, wrong } from '../exam.ts'

/** The exam of the article on prescribing for acute anterior uveitis. */
export const examPrescribingAnteriorUveitis = exam(
  'exam-prescribing-anterior-uveitis',
  'Prescribing for acute anterior uveitis',
  'Six questions on the article, each with one best answer. You need four to pass.',
  [
    single(
      'raised-pressure',
      'A man of 57 has an aching red eye with 2+ cells and a clear cornea. That eye’s pressure is 31 mmHg, its chamber is deep, its corneal sensation is reduced, and a patch of iris looks pale and thin. Which diagnosis has to be considered before a steroid?',
      wrong(
        'Angle closure',
        'The pressure fits, but a clear cornea and a deep chamber speak against it, and it would not dull the cornea.',
      ),
      wrong(
        'Posterior scleritis',
        'It causes deep pain and may cause cells, but it explains neither the iris nor the corneal sensation.',
      ),
      right(
        'Herpetic uveitis',
        'Raised pressure, reduced sensation and iris atrophy together suggest a herpes virus. It needs specialist care and antiviral treatment.',
      ),
      wrong(
        'Microbial keratitis',
        'A clear cornea without infiltrate makes this unlikely. It is a reason to stain every cornea all the same.',
      ),
    ),
    single(
      'whom-to-treat',
      'Four patients have cells in the anterior chamber. Which of them could most suitably be treated in the community by an experienced independent prescriber, if the local pathway allows it?',
      right(
        'An adult with 2+ cells in one eye, normal pressures and healthy fundi',
        'One eye, moderate activity, nothing at the back of the eye and no rise of pressure: uncomplicated, as far as can be seen today.',
      ),
      wrong(
        'A girl of nine with 1+ cells, a white eye and swollen knees',
        'Uveitis of childhood is often chronic and linked to arthritis. Children belong to a specialist team.',
      ),
      wrong(
        'An adult with a hypopyon and failing sight a week after cataract surgery',
        'This is endophthalmitis until disproved, and hours decide the outcome.',
      ),
      wrong(
        'An adult with cells in both eyes, hazy vitreous and blurred discs',
        'Both eyes and the back of the eye are involved. The cause must be looked for before drops blur the picture.',
      ),
    ),
    single(
      'feeling-well',
      'After five days of drops a patient feels well. Cells have fallen from 3+ to 1+, and the pressure is unchanged. He asks to stop everything today. What do you advise?',
      wrong(
        'Stop today, and keep the bottle in case the eye turns red again',
        'A sudden stop invites a rebound, and treating oneself with an opened steroid bottle may harm an infected eye.',
      ),
      wrong(
        'Stop the steroid today, and use the cycloplegic for another month',
        'The inflammation is still active. A month of cycloplegia would blur and does not replace the steroid.',
      ),
      wrong(
        'Stay at the present frequency for as long as the bottle lasts',
        'The size of a bottle is no plan. Longer treatment than needed adds to the risk for pressure and lens.',
      ),
      right(
        'Go on, stepping the steroid down by stages to a planned end',
        'Improvement is the signal to begin the reduction. Cells and pressure are checked at each stage.',
      ),
    ),
    single(
      'third-week',
      'In the third week of a steroid drop the chamber is quiet, but the pressure has risen from 15 to 29 mmHg. The patient uses an inhaler for asthma. What is the safest next step?',
      wrong(
        'Add a beta-blocker drop, and measure again in a month',
        'Even an eye drop of a beta-blocker can provoke bronchospasm in asthma, and a month is too long to wait.',
      ),
      right(
        'Ask the eye unit about the steroid and a suitable pressure drop',
        'The steroid is the likely cause. Whether to reduce or change it, and what to add in asthma, is best agreed with the unit the same day.',
      ),
      wrong(
        'Restart the cycloplegic, since it will open the drainage',
        'It is given against spasm and adhesions. It does not treat a rise that a steroid has caused.',
      ),
      wrong(
        'Carry on unchanged, because the drops will soon be finished',
        'The rise is large, and optic nerves differ in what they tolerate. It needs a decision now.',
      ),
    ),
    single(
      'van-driver',
      'A van driver hesitates over the cycloplegic drop that you suggest. Which reply best serves a shared decision?',
      right(
        '“What would it mean for you not to drive while it works?”',
        'It asks for what he alone knows. The answer lets both of you weigh comfort and adhesions against his work.',
      ),
      wrong(
        '“The guideline recommends it, so we had better start today.”',
        'A guideline informs a decision; it does not take it for this patient.',
      ),
      wrong(
        '“Then I shall leave it out, and you need not worry about it.”',
        'This avoids the discussion. He is not told what leaving it out could cost.',
      ),
      wrong(
        '“Most of my patients get on with it perfectly well, you know.”',
        'Reassurance of this kind closes the conversation, and most patients do not drive for a living.',
      ),
    ),
    single(
      'watching-pressure',
      'Which arrangement gives the best chance of finding a steroid-induced rise of pressure in time?',
      wrong(
        'A measurement of the treated eye if haloes or an ache appear',
        'A moderate rise causes no symptoms. Waiting for them means finding it late.',
      ),
      wrong(
        'A baseline in both eyes, then the next routine sight test',
        'The rise usually begins within weeks. A routine interval of a year or more misses it.',
      ),
      right(
        'Both eyes at the start and at each visit until the drops end',
        'A baseline shows what is usual for this patient, the fellow eye serves as a control, and repeated measurement catches an early or late response.',
      ),
      wrong(
        'One measurement in the week after the final drop',
        'By then a rise may have lasted for weeks, and without a baseline nobody knows how large it is.',
      ),
    ),
  ],
)
