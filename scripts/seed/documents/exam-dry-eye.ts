import { exam, right, single, wrong } from '../exam.ts'

/** The exam of the article on dry eye. */
export const examDryEye = exam(
  'exam-dry-eye-in-practice',
  'Dry eye in everyday practice',
  'Six questions on the article, each with one best answer. You need four to pass.',
  [
    single(
      'core-of-the-disease',
      'According to TFOS DEWS II, what lies at the core of dry eye disease?',
      wrong(
        'A lack of tears from the lacrimal gland',
        'Reduced production is one end of a spectrum. Many patients make enough tears, which then evaporate too fast.',
      ),
      wrong(
        'Bacterial overgrowth along the lid margin',
        'Blepharitis often accompanies dry eye and can drive it, but it is not what defines the disease.',
      ),
      right(
        'Loss of homeostasis of the tear film',
        'This is the heart of the definition. Instability, raised osmolarity, inflammation, damage and abnormal sensation follow from it and feed it.',
      ),
      wrong(
        'An allergic response of the conjunctiva to the environment',
        'Allergy is a different condition. It may coexist, and itching then tends to dominate.',
      ),
    ),
    single(
      'order-of-tests',
      'You plan these tests at one visit. Which should come first?',
      right(
        'Non-invasive break-up time',
        'It needs an undisturbed film, so it comes before any drop, strip or pressure on the lids.',
      ),
      wrong(
        'Corneal staining with fluorescein',
        'Instilling fluorescein adds volume and destabilises the film, so later measurements of stability are no longer valid.',
      ),
      wrong(
        'Expression of the meibomian glands',
        'Pressing on the lids releases lipid into the film and changes what is measured afterwards. It belongs at the end.',
      ),
      wrong(
        'Conjunctival staining with lissamine green',
        'A dye strip touches the eye and provokes tears. Staining follows the tests of tear volume and stability.',
      ),
    ),
    single(
      'making-the-diagnosis',
      'A 52-year-old has an OSDI score of 25. Non-invasive break-up time is 14 seconds in each eye, osmolarity is 298 mOsm/L right and 300 left, and there are no stained spots on cornea, conjunctiva or lid margin. Which conclusion fits the TFOS DEWS II criteria?',
      wrong(
        'Dry eye disease is confirmed, because the questionnaire is positive',
        'A positive questionnaire is needed but is not enough: at least one sign of disturbed homeostasis must go with it.',
      ),
      wrong(
        'Dry eye disease is confirmed, because the two eyes differ in osmolarity',
        'A difference counts when it exceeds 8 mOsm/L. Here it is 2, and both values lie below 308.',
      ),
      wrong(
        'The symptoms are not genuine, because the surface is quiet',
        'Symptoms without signs are real to the patient. They may be neuropathic or early, and deserve an explanation.',
      ),
      right(
        'The criteria are not met, and other causes should be sought',
        'Symptoms are present, but no sign reaches its cut-off. Think of neuropathic pain, early disease, allergy or a binocular or refractive cause, and examine again.',
      ),
    ),
    single(
      'choice-of-lubricant',
      'A patient with thickened meibum and a thin lipid layer uses a preserved lubricant eight times a day. Which change is most useful first?',
      wrong(
        'Instil the same drop more often',
        'More of the preservative reaches a surface that it can damage, and the missing lipid is still not addressed.',
      ),
      right(
        'Change to a preservative-free drop that contains lipid',
        'This removes a source of toxicity at this frequency of use and supplements the layer that fails. Warm compresses and lid hygiene go with it.',
      ),
      wrong(
        'Begin a course of topical steroid with review in six months',
        'Simple measures have not been used properly yet, and a steroid needs an early check of pressure and a stop date.',
      ),
      wrong(
        'Occlude both lower puncta straight away',
        'Plugs conserve volume. Here evaporation dominates, and inflamed tears may be kept on the surface.',
      ),
    ),
    single(
      'steroid-safeguards',
      'An independent prescriber considers a short course of topical steroid for a flare of dry eye disease. Which step must come before it is supplied?',
      wrong(
        'A trial of an oral tetracycline for at least three months',
        'A tetracycline is one option for lid disease. It is not a condition for treating a flare of inflammation.',
      ),
      wrong(
        'A conjunctival swab from each eye for culture',
        'A swab is taken when infection is suspected. It is not a routine step before a steroid.',
      ),
      right(
        'A baseline pressure, and a search for signs of active infection',
        'A steroid can raise pressure and worsen herpetic disease. Baseline, stop date and review are arranged before the first drop.',
      ),
      wrong(
        'Written consent from the patient’s general practitioner',
        'The general practitioner should be informed, but responsibility for the decision lies with the prescriber.',
      ),
    ),
    single(
      'not-dry-eye',
      'Which patient needs the most urgent assessment?',
      wrong(
        'A computer user whose vision blurs in the afternoon and clears with each blink',
        'Fluctuation that a blink corrects is typical of an unstable film. A routine appointment is suitable.',
      ),
      right(
        'A contact lens wearer with a painful, light-sensitive red eye since last night',
        'Until proved otherwise this is microbial keratitis: lenses out, and assessment the same day.',
      ),
      wrong(
        'A woman of 60 with dry mouth, joint pains and staining of both conjunctivas',
        'Sjögren’s syndrome is likely and needs investigation by letter, but it is not an emergency.',
      ),
      wrong(
        'A man with rosacea, crusted lashes and gritty eyes on waking',
        'This suggests blepharitis and meibomian gland dysfunction, which are managed in practice unless signs are severe.',
      ),
    ),
  ],
)
