import type { Article } from '../../../schemas/generated/sanity.types.ts'
import { type Authored, ref, slug } from '../authored.ts'
import { itemNote } from '../notice.ts'
import { audience, objective } from '../objective.ts'
import { bullets, figure, h2, h3, numbers, p, pearl, table } from '../portable-text.ts'

/** Flashes and floaters: what the first person to hear of them must ask, and what follows. */
export const articleFlashes: Authored<Article> = {
  _id: 'article-flashes-and-floaters',
  _type: 'article',
  title: 'Sudden flashes and floaters: triage, examination and referral',
  slug: slug('flashes-and-floaters'),
  standfirst:
    'Most people with new flashes and floaters have a harmless vitreous detachment. A few have a retinal tear, and hours can matter. How the whole team can find those few and keep the others safe.',
  authors: [
    {
      _type: 'contributor',
      name: 'Priya Sample',
      role: 'Specialist optometrist, hospital eye service (invented for this demonstration)',
    },
    {
      _type: 'contributor',
      name: 'Gareth Sample',
      role: 'Dispensing optician and practice manager (invented for this demonstration)',
    },
  ],
  minutes: 10,
  audience: audience('optometrist', 'dispensing-optician', 'contact-lens-optician'),
  learningObjectives: [
    objective('Ask the questions that separate an emergency from an urgent or routine visit', {
      optometrist: [1],
      'dispensing-optician': [1],
      'contact-lens-optician': [1],
    }),
    objective('Explain how a vitreous detachment can lead to a retinal tear and to a retinal detachment', {
      optometrist: [4],
      'dispensing-optician': [4],
      'contact-lens-optician': [5],
    }),
    objective('Plan an examination that can find a retinal break, and know what it cannot exclude', {
      optometrist: [3],
      'dispensing-optician': [3],
    }),
    objective('Refer, advise and record in a way that protects patients when symptoms change', {
      optometrist: [2],
      'dispensing-optician': [2],
      'contact-lens-optician': [2],
    }),
  ],
  body: [
    p(
      'A patient rings at ten to five: since this morning there has been a “cobweb” in one eye, and arcs of light at its edge in the dark. Whoever answers the telephone now makes a clinical difference. This article follows that patient from the call to the follow-up.',
    ),
    h2('Why the vitreous matters'),
    p(
      'With age the vitreous gel liquefies and shrinks. At some point its back surface comes away from the retina: a posterior vitreous detachment (PVD). Traction on the retina is perceived as brief arcs of light, usually in the temporal field and easiest to see in the dark; condensed gel, or the ring that was attached around the optic disc, casts a moving shadow. Where the vitreous adheres too firmly, the same pull may tear the retina. Liquid can then pass through the break and lift the retina off, which is a rhegmatogenous retinal detachment.[@mitry]',
    ),
    figure(
      'vitreous-detachment.png',
      'Three sections of an eye. First: gel fills the eye and touches the whole retina. Second: the gel has come away at the back, and a ring floats in front of the optic disc. Third: the gel still pulls on a flap of torn retina, and fluid has lifted the retina around the tear.',
      'From attached vitreous through posterior vitreous detachment to a horseshoe tear with fluid beneath the retina (not to scale).',
    ),
    p(
      'How often does that happen? A review of 17 studies looked at patients who came, or were sent, to an ophthalmologist with acute flashes or floaters: about one in seven (14%) had a retinal tear. Of those whose PVD seemed uncomplicated at first, 3.4% were found to have a tear within six weeks.[@hollands] So two questions arise with each patient: is there a break now, and what if there is one next month?',
    ),
    h2('Triage: five questions on the telephone'),
    p(
      'Anyone can ask these if they have been trained, have them in writing, and know whom to interrupt. The answers decide how soon somebody must look into the eye; they never replace looking, and nobody should be told by telephone that an eye is healthy.',
    ),
    ...numbers(
      '**When did it start, and is it changing?** New or rapidly increasing symptoms come first; a single floater that has been the same for years can wait.',
      '**Is any part of your vision missing?** A shadow, curtain or veil that does not move away suggests a detachment.',
      '**Is your sight worse or distorted?** Cover each eye in turn and read something.',
      '**How many floaters?** A sudden shower, or a reddish haze, suggests blood or pigment in the vitreous.',
      '**What raises the risk?** Short sight, cataract surgery, an injury, a previous tear or detachment in either eye, or a parent, brother or sister who had one.',
    ),
    p(
      'Ask, too, what else it could be. Zigzags that shimmer, drift across both eyes for some 20 to 30 minutes and then fade are typical of migraine aura, with or without headache. A curtain that comes down over one eye and lifts again within minutes may be a transient ischaemic attack and needs urgent medical assessment. In someone over 50 with sudden visual symptoms, ask about new headache, tenderness of the scalp and pain on chewing: giant cell arteritis is an emergency of its own.',
    ),
    table(
      'From what the patient tells you, or what you find, to action. Local pathways may differ and come first.',
      ['Finding', 'Think of', 'Action'],
      [
        'Curtain, missing field or sudden loss of vision',
        'Retinal detachment, vitreous haemorrhage',
        'Speak to the on-call eye unit now; same-day referral',
      ],
      [
        'New flashes or floaters, sight and field unchanged',
        'PVD, with or without a break',
        'Dilated examination by a competent clinician within 24 hours',
      ],
      [
        'Retinal break, lattice degeneration with symptoms, pigment cells or blood in the vitreous',
        'Retinal break until proved otherwise',
        'Speak to the on-call eye unit; same-day referral',
      ],
      [
        'PVD, complete clear view, no break, no pigment',
        'Uncomplicated PVD',
        'Safety-net advice, spoken and written; review as the local pathway says',
      ],
      [
        'Both eyes, shimmering, gone within the hour, eye healthy',
        'Migraine aura',
        'Reassure; to the GP if first episode over 50, prolonged or otherwise unusual',
      ],
    ),
    p(
      'The time limits follow primary-care guidance in the United Kingdom: same-day referral when vision is lost or there are signs of detachment or haemorrhage, otherwise assessment within 24 hours by a practitioner who is competent in slit-lamp examination and indirect ophthalmoscopy.[@cks]',
    ),
    h2('An examination that can find a tear'),
    p(
      'Measure acuity, compare the pupils before dilating them, and test the visual field by confrontation. Pressure that is lower than in the fellow eye is a small clue to detachment. Then look behind the lens.',
    ),
    pearl(
      'Look for dust in the torchlight',
      'Narrow and brighten the slit beam, focus just behind the lens, and ask the patient to look up, down and straight ahead. Brown grains that drift like dust in torchlight are pigment cells. Unless surgery, injury or laser treatment explains them, a break is likely even if you cannot see it.',
    ),
    p(
      'Pigment in the anterior vitreous is a strong predictor of a break after acute PVD.[@tanner] Its absence reassures, but only in part: in the review it cut the odds of a tear to about a quarter, not to nothing.[@hollands]',
    ),
    p(
      'Dilate **both** pupils, having told the patient beforehand not to drive. Examine the vitreous, disc and macula, then the periphery in all directions of gaze with a wide-field lens at the slit lamp, or with a head-mounted indirect ophthalmoscope and indentation if you are trained in it. Symptomatic horseshoe tears lie most often in the upper temporal quadrant, but look everywhere. Ultra-widefield photographs and optical coherence tomography add to this examination; because the far periphery may lie outside the picture, they do not replace it.',
    ),
    h3('Macula on or off?'),
    p(
      'If the macula is still attached, surgery aims to keep it so, and this is where hours matter. Record acuity and the state of the macula, and say both on the telephone. A patient with a macula still attached should not be sent home to await a letter; the eye unit will also advise on positioning and on fasting.',
    ),
    h2('Say it, write it, record it'),
    p(
      'If you cannot dilate, cannot obtain a clear view, or are unsure, refer: the profession’s standards ask you to recognise the limits of your competence.[@goc] If you find an uncomplicated PVD, patients need four messages:',
    ),
    ...bullets(
      'What they have is common, and floaters usually become less noticeable over weeks to months.',
      'A tear can still develop, above all in the next six weeks.',
      'More floaters, more flashes, a shadow or worse sight mean coming back **the same day**, not at the next appointment.',
      'Whom to call when you are closed. Give a name, a number and a leaflet.',
    ),
    p(
      'Ask the patient to tell you in their own words when they would call. Then record what was asked and answered, including what was *absent*; the drops used and the time; the extent of the view; the presence or absence of pigment and of a break in each eye; and the advice given. “Fundi healthy” protects nobody. The College of Optometrists’ guidance on patients with flashes and floaters sets out how to examine and to manage them.[@college]',
    ),
    h2('Make it a team habit'),
    p(
      'Put the five questions beside each telephone, keep one appointment a day for emergencies, and agree who may send a patient directly to the eye unit. Run through a call twice a year. The member of the team who is least sure should be the one who practises; our patient at ten to five will be talking to whoever picks up.',
    ),
  ],
  references: [
    {
      _key: 'mitry',
      _type: 'citedWork',
      citation:
        'Mitry D, Charteris DG, Fleck BW, Campbell H, Singh J. The epidemiology of rhegmatogenous retinal detachment: geographical variation and clinical associations. British Journal of Ophthalmology 2010;94(6):678–684.',
      doi: '10.1136/bjo.2009.157727',
    },
    {
      _key: 'hollands',
      _type: 'citedWork',
      citation:
        'Hollands H, Johnson D, Brox AC, Almeida D, Simel DL, Sharma S. Acute-onset floaters and flashes: is this patient at risk for retinal detachment? JAMA 2009;302(20):2243–2249.',
      doi: '10.1001/jama.2009.1714',
    },
    {
      _key: 'cks',
      _type: 'citedWork',
      citation:
        'National Institute for Health and Care Excellence. Retinal detachment. Clinical Knowledge Summaries. London: NICE.',
      url: 'https://cks.nice.org.uk/topics/retinal-detachment/',
    },
    {
      _key: 'tanner',
      _type: 'citedWork',
      citation:
        'Tanner V, Harle D, Tan J, Foote B, Williamson TH, Chignell AH. Acute posterior vitreous detachment: the predictive value of vitreous pigment and symptomatology. British Journal of Ophthalmology 2000;84(11):1264–1268.',
      doi: '10.1136/bjo.84.11.1264',
    },
    {
      _key: 'goc',
      _type: 'citedWork',
      citation:
        'General Optical Council. Standards of Practice for Optometrists and Dispensing Opticians. London: General Optical Council, 2016.',
      url: 'https://standards.optical.org/',
    },
    {
      _key: 'college',
      _type: 'citedWork',
      citation:
        'College of Optometrists. Guidance for Professional Practice: examining patients who present with flashes and floaters. London: College of Optometrists.',
      url: 'https://www.college-optometrists.org/clinical-guidance/guidance/knowledge,-skills-and-performance/examining-patients-who-present-with-flashes-and-fl',
    },
  ],
  republication: {
    _type: 'republication',
    firstPublished: '2021-03-20',
    originalReference: 'C-90002 O/D/CL',
    note: itemNote,
  },
  exam: ref('exam-flashes-and-floaters'),
}
