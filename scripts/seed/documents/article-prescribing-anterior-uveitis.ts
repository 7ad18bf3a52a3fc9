import type { Article } from '../../../schemas/generated/sanity.types.ts'
import { type Authored, ref, slug } from '../authored.ts'
import { itemNote } from '../notice.ts'
import { audience, objective } from '../objective.ts'
import { bullets, figure, h2, h3, p, pearl, table } from '../portable-text.ts'

/** Independent prescribing with acute anterior uveitis as the example: principles, and deliberately no doses. */
export const articlePrescribingAnteriorUveitis: Authored<Article> = {
  _id: 'article-prescribing-anterior-uveitis',
  _type: 'article',
  title: 'Prescribing for acute anterior uveitis: what comes before the drops',
  slug: slug('prescribing-for-anterior-uveitis'),
  standfirst:
    'A prescription takes a minute to write. Acute anterior uveitis shows what has to be settled first: the diagnosis, the alternatives, the patient’s own view, the way to stop, and when it is not yours to treat.',
  authors: [
    {
      _type: 'contributor',
      name: 'Dr Orla Sample',
      role: 'Optometrist and independent prescriber (invented for this demonstration)',
    },
    {
      _type: 'contributor',
      name: 'Nia Sample',
      role: 'Pharmacist and teacher of prescribers (invented for this demonstration)',
    },
  ],
  minutes: 11,
  audience: audience('optometrist', 'therapeutic-prescriber'),
  learningObjectives: [
    objective(
      'Tell acute anterior uveitis from other painful red eyes, and recognise what must be referred the same day',
      {
        optometrist: [4],
        'therapeutic-prescriber': [1],
      },
    ),
    objective('Compare options with and without medicines, and reach a decision together with the patient', {
      'therapeutic-prescriber': [2, 3],
    }),
    objective(
      'Prescribe steroid and cycloplegic drops safely: contraindications, interactions, monitoring and a planned end',
      { optometrist: [4], 'therapeutic-prescriber': [1, 4] },
    ),
    objective('Keep to one’s scope, and record, follow up and communicate so that others can take over', {
      optometrist: [2],
      'therapeutic-prescriber': [3, 5],
    }),
  ],
  body: [
    p(
      'A van driver of 38 has had a red, aching left eye since yesterday. Bright light hurts, even when it falls into the other eye. You are an independent prescriber in a community practice; the eye unit is half an hour away. You may already know what you would like to write. This article is about what has to be settled before you do, and what must be arranged for afterwards. It gives principles and no doses: take those from the current British National Formulary, the product information and your local formulary.[@bnf]',
    ),
    h2('Is it what it seems?'),
    p(
      'Acute anterior uveitis starts suddenly, in most first episodes in one eye: ache, photophobia, a flush that is deepest round the limbus, perhaps some blur and a small pupil. Cells in the anterior chamber make the diagnosis. Look for them in a dark room, before any drop: fluorescein that leaks through a defect looks like flare, and dilating can shed pigment.',
    ),
    figure(
      'anterior-uveitis.png',
      'Two drawings. From the front: an eye with a purple-red ring round the cornea, a small pupil drawn out below, and pale spots on the lower cornea. From the side, in section: a slit beam crosses the cornea and lights up dots and haze in the chamber; below, the iris touches the lens.',
      'Acute anterior uveitis from the front and in section (not to scale). Few patients show every sign; cells in the chamber are the one to look for.',
    ),
    p(
      'Count the cells in a field of 1 by 1 mm. On the scale of the Standardization of Uveitis Nomenclature (SUN) Working Group, 1+ means 6 to 15 cells, 2+ 16 to 25, 3+ 26 to 50 and 4+ more than 50; flare has a scale of its own. A fall of two steps, or to none, counts as improvement.[@sun] Then measure acuity and pressure in both eyes, test corneal sensation, stain the cornea, and dilate both pupils unless the angles forbid it. Behind the lens may lie the reason not to treat: cells in the vitreous, retinitis, swelling of the macula or disc. A fundus that was not seen was not healthy.',
    ),
    table(
      'Conditions to tell apart before a steroid or a cycloplegic is considered',
      ['Think of', 'Clues', 'Why it matters now'],
      [
        'Herpetic disease',
        'Branching stain or old scar, less corneal sensation, raised pressure, iris atrophy, rash of the forehead',
        'Needs antiviral treatment; a steroid without it can do harm',
      ],
      [
        'Microbial keratitis',
        'Infiltrate with a stain, contact lens wear, discharge',
        'The chamber reacts to the cornea; a steroid may be disastrous',
      ],
      [
        'Angle closure',
        'Fixed, mid-dilated pupil, cloudy cornea, high pressure, nausea',
        'An emergency that a cycloplegic can make worse',
      ],
      [
        'Scleritis',
        'Deep pain that wakes the patient, tender globe, bluish redness',
        'Often systemic; drops are not enough',
      ],
      [
        'Endophthalmitis',
        'Recent surgery, injection or injury, falling sight, hypopyon',
        'Hours decide; telephone the eye unit at once',
      ],
      [
        'Posterior uveitis, or a tumour that imitates it',
        'Vitreous cells, retinal lesions, unusual age, no response',
        'Drops alone delay the diagnosis',
      ],
    ),
    h2('When it is not yours to treat'),
    p(
      'The National Institute for Health and Care Excellence (NICE) asks non-specialist services to arrange ophthalmological assessment on the same day when symptoms suggest acute anterior uveitis.[@ng65] Independent prescribers treat it in the community where their own competence, the College of Optometrists’ guideline[@cmg] and a pathway agreed with the eye unit all allow it. Whatever the pathway, speak to the unit the same day about:',
    ),
    ...bullets(
      'a child, a pregnancy, reduced immunity, or a suspected infection;',
      'both eyes at once, hypopyon or fibrin, large “mutton-fat” precipitates, or anything abnormal at the back of the eye, including no view of it;',
      'sight that is worse than the chamber explains, or the patient’s one good eye;',
      'raised pressure, glaucoma, or an earlier rise on steroids;',
      'recent surgery or injury;',
      'an attack that recurs soon after treatment, or is no better after a few days of it.',
    ),
    h2('Set out the options'),
    p(
      'Write the options down before you choose. Leaving it alone is one of them, and patients ask: untreated, the iris may stick to the lens, the pressure may rise and the macula may swell. Measures without a medicine belong in every plan: dark glasses, no contact lenses, a reading addition while the cycloplegic lasts, and help with work and transport. Referral without starting anything is an option too.',
    ),
    p(
      'Two kinds of drop answer two problems. A **corticosteroid** quells the inflammation. Match its potency and penetration to the severity; begin often, step down gradually as the cells go, and end on a planned date, because a sudden stop invites a rebound. A **cycloplegic** rests the ciliary muscle and moves the iris away from the lens. A shorter-acting drug keeps the pupil moving; a longer-acting one is held for severe disease. It ends when the eye is comfortable and the chamber quiet.',
    ),
    pearl(
      'Write the stopping rule first',
      'Before the line that says “start”, write four others: the date of the next examination, what must be seen there before stepping down, the pressure at which you will telephone, and the finding at which you will refer. If one stays empty, the prescription can wait.',
    ),
    h2('Safe for this patient?'),
    ...bullets(
      '**Steroid.** Not in untreated infection or known hypersensitivity. Watch more closely with glaucoma, a family history of it, high myopia or diabetes. New blur may be the eye, the pressure or, rarely, central serous chorioretinopathy, so patients should know to report it.[@mhra]',
      '**Cycloplegic.** Not with angles at risk of closing. Take care with older people, and with other antimuscarinic medicines: effects add up to confusion, a dry mouth and retention of urine. Nobody drives until the sight is fit for it.',
      '**Interactions.** Little of a drop reaches the blood, but ritonavir and cobicistat slow the breakdown of several steroids. And a drop added for pressure brings its own questions: a beta-blocker is not for people with asthma or heart block.',
      '**The list itself.** Bisphosphonates, rifabutin and immune checkpoint inhibitors can cause uveitis. Do not stop somebody else’s medicine; ring the prescriber.',
    ),
    h2('Decide together'),
    p(
      'Shared decision making joins what you know about the options with what the patient knows about living with them.[@ng197] For a van driver the blur of a cycloplegic may weigh more than the ache. Say what is likely with each option and without any, in plain numbers where you have them; ask what matters; agree. Then teach: how to put drops in, how long to leave between two bottles, what they will feel like, and not to stop because the eye feels better. Ask to hear the plan in the patient’s own words, and hand it over in writing with a number to ring for more pain, more redness or less sight.',
    ),
    h2('Follow up: cells, pressure, cause'),
    p(
      'See the patient again within a day or two, or as the pathway says, and at each step down. Repeat acuity, cells, pressure, pupil and adherence. Inflammation may lower or raise the pressure at once; a steroid usually takes a couple of weeks, though some people respond sooner. So measure both eyes at the start and at each visit until after the last drop. If the eye is no better, do not add a bottle: telephone the eye unit and question the diagnosis.',
    ),
    h3('Ask about the back'),
    p(
      'Acute anterior uveitis can be the first sign of spondyloarthritis. NICE suggests asking about joint pains that were taken to a doctor, low back pain that began before the age of 45 and lasted for more than three months, and psoriasis.[@ng65] Put the answers in your letter to the general practitioner: nobody else may have asked.',
    ),
    h2('A record that others can use'),
    p(
      'The prescribers’ competency framework of the Royal Pharmaceutical Society puts safe, professional prescribing beside the consultation itself.[@rps] A record that shows it holds the findings in each eye; the alternatives and why they were set aside; allergies and all medicines; drug, strength, frequency, steps and end date; the baseline pressure; what was explained and agreed; the next visit; and who has been told. Prescribe only for a patient whom you have examined, within what you can defend as your competence, and keep the choice of drug free of any interest in its sale. Report a suspected adverse reaction through the Yellow Card scheme.',
    ),
    h2('Half past five'),
    p(
      'Our driver has 2+ cells, a quiet vitreous, equal and normal pressures, sensitive corneas and deep chambers. The eye unit, by telephone, agrees with treatment in the practice. He will be driven home, has arranged two days off, and repeats the plan without a slip. His record already says what must be seen on Thursday before anything is stepped down.',
    ),
  ],
  references: [
    {
      _key: 'bnf',
      _type: 'citedWork',
      citation:
        'Joint Formulary Committee. British National Formulary (online). London: BMJ Group and Pharmaceutical Press.',
      url: 'https://bnf.nice.org.uk/',
    },
    {
      _key: 'sun',
      _type: 'citedWork',
      citation:
        'Jabs DA, Nussenblatt RB, Rosenbaum JT; Standardization of Uveitis Nomenclature (SUN) Working Group. Standardization of uveitis nomenclature for reporting clinical data. Results of the First International Workshop. American Journal of Ophthalmology 2005;140(3):509–516.',
      doi: '10.1016/j.ajo.2005.03.057',
    },
    {
      _key: 'ng65',
      _type: 'citedWork',
      citation:
        'National Institute for Health and Care Excellence. Spondyloarthritis in over 16s: diagnosis and management. NICE guideline NG65. London: NICE, 2017.',
      url: 'https://www.nice.org.uk/guidance/ng65',
    },
    {
      _key: 'cmg',
      _type: 'citedWork',
      citation: 'College of Optometrists. Clinical Management Guidelines. London: College of Optometrists.',
      url: 'https://www.college-optometrists.org/clinical-guidance/clinical-management-guidelines',
    },
    {
      _key: 'mhra',
      _type: 'citedWork',
      citation:
        'Medicines and Healthcare products Regulatory Agency. Corticosteroids: rare risk of central serous chorioretinopathy with local as well as systemic administration. Drug Safety Update, August 2017.',
      url: 'https://www.gov.uk/drug-safety-update/corticosteroids-rare-risk-of-central-serous-chorioretinopathy-with-local-as-well-as-systemic-administration',
    },
    {
      _key: 'ng197',
      _type: 'citedWork',
      citation:
        'National Institute for Health and Care Excellence. Shared decision making. NICE guideline NG197. London: NICE, 2021.',
      url: 'https://www.nice.org.uk/guidance/ng197',
    },
    {
      _key: 'rps',
      _type: 'citedWork',
      citation:
        'Royal Pharmaceutical Society. A Competency Framework for all Prescribers. London: Royal Pharmaceutical Society, 2016.',
      url: 'https://www.rpharms.com/resources/frameworks/prescribers-competency-framework',
    },
  ],
  republication: {
    _type: 'republication',
    firstPublished: '2021-07-17',
    originalReference: 'C-90008 O/TP',
    note: itemNote,
  },
  exam: ref('exam-prescribing-anterior-uveitis'),
}
