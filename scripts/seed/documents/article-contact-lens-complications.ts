import type { Article } from '../../../schemas/generated/sanity.types.ts'
import { type Authored, ref, slug } from '../authored.ts'
import { itemNote } from '../notice.ts'
import { audience, objective } from '../objective.ts'
import { bullets, figure, h2, numbers, p, pearl, table } from '../portable-text.ts'

/** Contact lens complications: one order of examination, and what follows from what it finds. */
export const articleContactLensComplications: Authored<Article> = {
  _id: 'article-contact-lens-complications',
  _type: 'article',
  title: 'The red eye behind a contact lens: infection, inflammation or something else?',
  slug: slug('contact-lens-complications'),
  standfirst:
    'A wearer’s red eye may be infected, inflamed, irritated or short of oxygen. One examination in a fixed order separates the eye that needs another lens from the eye that needs a hospital today.',
  authors: [
    {
      _type: 'contributor',
      name: 'Anwen Sample',
      role: 'Contact lens optician in hospital and community practice (invented for this demonstration)',
    },
    {
      _type: 'contributor',
      name: 'Dr Malik Sample',
      role: 'Optometrist and clinical teacher (invented for this demonstration)',
    },
  ],
  minutes: 10,
  audience: audience('optometrist', 'dispensing-optician', 'contact-lens-optician'),
  learningObjectives: [
    objective(
      'Examine a wearer’s eye in an order that keeps each test informative, with filters and lid eversion',
      {
        optometrist: [3],
        'dispensing-optician': [3],
        'contact-lens-optician': [3],
      },
    ),
    objective(
      'Weigh the signs that favour sterile inflammation or infection, and act the same day when infection cannot be excluded',
      {
        optometrist: [4, 5],
        'dispensing-optician': [7],
        'contact-lens-optician': [5],
      },
    ),
    objective('Manage papillary change and hypoxia by changing lens, care, replacement and wearing time', {
      optometrist: [5],
      'dispensing-optician': [7],
      'contact-lens-optician': [4],
    }),
    objective('Record graded findings, advice and referral so that the next clinician can judge a change', {
      optometrist: [5],
      'dispensing-optician': [7],
      'contact-lens-optician': [2],
    }),
  ],
  body: [
    p(
      'A wearer of monthly lenses has had a sore, red eye since last night. She took the lens out, it feels a little better, and she would like to know whether she may put it back for a meeting at two. One question comes first: could this be infection? This article sets out an examination that answers it as far as a slit lamp can, and what follows for infection, inflammation, papillary change and lack of oxygen.',
    ),
    h2('Common troubles, rare disasters'),
    p(
      'About one wearer in three meets some complication, usually mild. A recent review of the evidence groups them as infection of the cornea, inflammation of the cornea, and metabolic, mechanical, toxic, allergic and tear film disorders.[@clear] Infection is rare, yet it governs every decision. In an Australian study, microbial keratitis affected about 2 in 10,000 wearers a year who wore soft hydrogel lenses by day, and about 20 in 10,000 who slept in them.[@stapleton] Most practices will therefore see few cases, and each will arrive looking like something more ordinary. A painful red eye behind a lens counts as infected until the examination says otherwise.',
    ),
    h2('Ask before you look'),
    ...bullets(
      '**Course.** When did it begin, and what happened when the lens came out? Sterile inflammation usually eases within a day or two; infection tends to get worse without the lens.',
      '**Symptoms.** Pain, light sensitivity, blur, discharge. Pain that is far greater than the signs suggests *Acanthamoeba*.',
      '**Exposure.** Sleeping, showering or swimming in lenses; tap water; the age of lenses and case; smoking; a recent cold.',
      '**History.** Earlier episodes, cold sores or herpetic keratitis, surgery, reduced immunity, and any drops that have been used, above all a steroid.',
    ),
    h2('One order, every time'),
    p(
      'Measure the acuity of each eye first. If a lens is in place, note its condition and fit, then remove it and keep it: a painful cornea cannot be judged through a lens.',
    ),
    ...numbers(
      '**White light, low magnification.** Lids, lashes and discharge; then the pattern of redness. Is it in one sector, or all round the limbus? Compare the other eye.',
      '**White light, high magnification.** Use direct and indirect light and sclerotic scatter to find faint infiltrates, marginal retro-illumination for microcysts and fine vessels, and an optic section for depth and thinning.',
      '**Anterior chamber.** Look for cells and flare with a small, bright beam in a dark room, before fluorescein can leak through a defect and imitate flare.',
      '**Fluorescein.** Moisten a strip with sterile saline. View in cobalt-blue light through a yellow barrier filter. How large is the stain, how deep, and how does it compare with the infiltrate beneath it?',
      '**Evert the upper lids.** Look in white light, then in blue, because fluorescein outlines papillae and shows a foreign body. Evert both. Leave the lids alone if the cornea is very thin or might be perforated.',
    ),
    pearl(
      'Two filters, not one',
      'Cobalt-blue light makes fluorescein glow, but reflected blue drowns a faint stain. The yellow barrier filter, on the observer’s side, takes that blue away. If yours is missing, say so in the record: “no staining seen” then means less.',
    ),
    h2('Infiltrate or infection?'),
    p(
      'An infiltrate is a gathering of inflammatory cells. It shows that the cornea has responded, but not to what. A panel that reviewed ten years of clinical trials sorted the infiltrates of soft lens wear into six kinds: microbial keratitis; three that are symptomatic and significant but sterile (peripheral ulcer, acute red eye and infiltrative keratitis); and two without symptoms.[@sweeney] At the beginning they can look alike. A small spot near the limbus that hardly stains, in an eye that is red in one sector and quiet inside, favours inflammation. A spot of 1 mm or more towards the centre, stained over its whole extent, with general redness, swollen lids or cells, favours infection. No single sign decides; the set of signs does.[@cmg]',
    ),
    figure(
      'infiltrate-or-infection.png',
      'Two drawn eyes. Left: one small pale spot near the limbus, redness beside it, white eye elsewhere; in the inset a small stain lies within a larger outline. Right: a large hazy spot over the pupil, a pale level below, redness all round, swollen lids; in the inset the stain fills the outline.',
      'Signs that favour one or the other; none is proof. The insets compare the fluorescein stain (green) with the outline of the infiltrate (dashed).',
    ),
    p(
      '**If you cannot exclude infection, act as though it were there.** Stop lens wear, telephone the eye unit and send the patient **the same day** with lenses and case, which may be cultured. Do not patch the eye or supply a steroid. Leave antibiotics to the unit, because treatment before a sample can hide the organism; if the patient cannot be seen quickly, ask the unit what to begin, and note who advised it.',
    ),
    p(
      '**If every sign favours inflammation,** stop lens wear, explain why, and examine the eye again the next day. Give the patient a number to call tonight if pain, redness or sight gets worse. Look for the source: lid margin disease, old lenses, sleep, a contaminated case. Lenses return once the eye is white and the cornea no longer stains, preferably as daily disposables worn by day.',
    ),
    table(
      'From finding to action in a contact lens wearer. Local pathways may differ and come first.',
      ['Finding', 'Think of', 'Action'],
      [
        'Infiltrate with pain that persists, large stain, cells or discharge',
        'Microbial keratitis',
        'Same day: telephone the eye unit; lenses and case go too',
      ],
      [
        'Ring infiltrate, infiltrates along nerves, or pain beyond the signs',
        'Acanthamoeba keratitis',
        'Same day, and mention the suspicion and the exposure to water',
      ],
      [
        'Branching stain, or reduced corneal sensation',
        'Herpes simplex keratitis',
        'Urgent referral as the local pathway says; no steroid',
      ],
      [
        'Small infiltrate near the limbus, little stain, quiet chamber, easing',
        'Sterile infiltrate',
        'No lenses; examine again next day; safety net',
      ],
      [
        'Red, rough upper lids, itch and mucus',
        'Papillary conjunctivitis',
        'Pause wear, change replacement and care; review',
      ],
      [
        'Vessels beyond the limbal arcade, microcysts, striae',
        'Hypoxia',
        'More oxygen, fewer hours, no sleep in lenses; measure again',
      ],
    ),
    h2('Papillae: what the upper lid knows'),
    p(
      'Contact lens-associated papillary conjunctivitis announces itself with itch, mucus, and a lens that rides up and is tolerated for fewer hours. The everted lid is red and rough; papillae of 1 mm or more are called giant. Change in one part of the lid points to friction, from an edge, a stiff material or a deposit; change across the whole lid points to a reaction to what clings to the lens.[@clear] Pause wear while the lid is active. Then replace lenses more often, ideally every day, and reconsider edge, material and solution. Antihistamine or mast cell stabilising drops can help; ask about product labelling before they are used with lenses. Severe or stubborn cases belong to a prescriber.',
    ),
    h2('Short of oxygen'),
    p(
      'Hypoxia is quiet. Limbal redness, microcysts, striae and vessels that creep beyond the normal arcade may cause no complaint, so they have to be looked for. Measure each vessel’s reach from the limbus in millimetres, by quadrant, and note whether blood moves in it. Choose a lens of higher oxygen transmission, shorten the hours and end overnight wear. Empty “ghost” vessels may stay for good; deep vessels, leaking lipid or continuing growth need an ophthalmologist’s opinion, and so does a cause other than the lens, such as rosacea or herpes.',
    ),
    h2('Grade, draw, record'),
    p(
      'Grading turns “a bit red” into something that can be compared. Name the scale, grade to one decimal place, and write what you see rather than what you mean to do about it: a survey of 809 practitioners led its authors to recommend all three.[@recording] When 404 practitioners used one set of painted scales, a difference of more than one whole grade was larger than their scatter.[@efron] A smaller one may be nothing but two people looking.',
    ),
    p(
      'Write down lens, age, care and last wear; acuity; each sign, including what was **absent**; an infiltrate’s clock hour, its distance from the limbus, its diameter and the diameter of its stain; filters used and lids everted; a sketch or photograph; advice, and whom you called at what time. When a finding lies beyond your competence, refer: the standards of the profession require it.[@goc]',
    ),
    h2('At two o’clock'),
    p(
      'Our patient’s infiltrate measures 0.5 mm, at four o’clock, 1 mm from the limbus. It hardly stains; the chamber is quiet, the lids are smooth. She goes to her meeting in spectacles, with a number to ring and an appointment for the morning. Had one of those signs been different, she would have been on her way to the eye unit, with her lenses in her bag.',
    ),
  ],
  references: [
    {
      _key: 'clear',
      _type: 'citedWork',
      citation:
        'Stapleton F, Bakkar M, Carnt N, et al. CLEAR – Contact lens complications. Contact Lens and Anterior Eye 2021;44(2):330–367.',
      doi: '10.1016/j.clae.2021.02.010',
    },
    {
      _key: 'stapleton',
      _type: 'citedWork',
      citation:
        'Stapleton F, Keay L, Edwards K, et al. The incidence of contact lens-related microbial keratitis in Australia. Ophthalmology 2008;115(10):1655–1662.',
      doi: '10.1016/j.ophtha.2008.04.002',
    },
    {
      _key: 'sweeney',
      _type: 'citedWork',
      citation:
        'Sweeney DF, Jalbert I, Covey M, et al. Clinical characterization of corneal infiltrative events observed with soft contact lens wear. Cornea 2003;22(5):435–442.',
      doi: '10.1097/00003226-200307000-00009',
    },
    {
      _key: 'cmg',
      _type: 'citedWork',
      citation: 'College of Optometrists. Clinical Management Guidelines. London: College of Optometrists.',
      url: 'https://www.college-optometrists.org/clinical-guidance/clinical-management-guidelines',
    },
    {
      _key: 'recording',
      _type: 'citedWork',
      citation:
        'Wolffsohn JS, Naroo SA, Christie C, et al. Anterior eye health recording. Contact Lens and Anterior Eye 2015;38(4):266–271.',
      doi: '10.1016/j.clae.2015.03.001',
    },
    {
      _key: 'efron',
      _type: 'citedWork',
      citation:
        'Efron N. Grading scales for contact lens complications. Investigative Ophthalmology and Visual Science 1997;38(4):S136.',
      url: 'https://eprints.qut.edu.au/49307/',
    },
    {
      _key: 'goc',
      _type: 'citedWork',
      citation:
        'General Optical Council. Standards of Practice for Optometrists and Dispensing Opticians. London: General Optical Council, 2016.',
      url: 'https://standards.optical.org/',
    },
  ],
  republication: {
    _type: 'republication',
    firstPublished: '2021-05-08',
    originalReference: 'C-90007 O/D/CL',
    originalTitle: 'Infiltrates, papillae and new vessels: examining the contact lens wearer',
    note: itemNote,
  },
  exam: ref('exam-contact-lens-complications'),
}
