import type { Article } from '../../../schemas/generated/sanity.types.ts'
import { type Authored, ref, slug } from '../authored.ts'
import { itemNote } from '../notice.ts'
import { audience, objective } from '../objective.ts'
import { bullets, figure, h2, h3, p, pearl, table } from '../portable-text.ts'

/** Dry eye: from the first question to the decision to refer. */
export const articleDryEye: Authored<Article> = {
  _id: 'article-dry-eye-in-practice',
  _type: 'article',
  title: 'Dry eye in everyday practice: from first question to follow-up',
  slug: slug('dry-eye-in-practice'),
  standfirst:
    'A short, repeatable routine for patients with gritty, tired or watering eyes: what to ask, which tests to do in which order, how to step treatment up, and when it is not dry eye at all.',
  authors: [
    {
      _type: 'contributor',
      name: 'Dr Orla Sample',
      role: 'Optometrist and independent prescriber (invented for this demonstration)',
    },
    {
      _type: 'contributor',
      name: 'Tom Sample',
      role: 'Contact lens optician (invented for this demonstration)',
    },
  ],
  minutes: 10,
  audience: audience('optometrist', 'dispensing-optician', 'therapeutic-prescriber', 'contact-lens-optician'),
  learningObjectives: [
    objective('Elicit symptoms, triggers and medicines that point towards dry eye disease or away from it', {
      optometrist: [1],
      'dispensing-optician': [1],
      'therapeutic-prescriber': [3],
      'contact-lens-optician': [1],
    }),
    objective('Choose and order tests of the tear film and ocular surface, and interpret their results', {
      optometrist: [3],
      'dispensing-optician': [3],
      'contact-lens-optician': [3],
    }),
    objective('Recognise findings that are not explained by dry eye, and refer with suitable urgency', {
      optometrist: [4],
      'dispensing-optician': [4],
      'therapeutic-prescriber': [2],
      'contact-lens-optician': [5],
    }),
    objective('Explain how management is stepped up, and the safeguards that prescription treatment needs', {
      optometrist: [4],
      'therapeutic-prescriber': [1, 4],
    }),
  ],
  body: [
    p(
      'Few complaints are heard as often in practice as eyes that burn, water, or feel as if there were sand in them. Dry eye disease is a common reason, but it is not the only one, and the word “dry” can mislead: a patient may complain of watering, or of vision that comes and goes with each blink. This article sets out a routine that fits into an ordinary appointment and that every member of the team can support.',
    ),
    h2('What goes wrong'),
    p(
      'The second Dry Eye Workshop of the Tear Film and Ocular Surface Society (TFOS DEWS II) describes a disease of the ocular surface with many causes, whose core is a loss of homeostasis of the tear film. Symptoms accompany it, and instability and raised osmolarity of the tears, inflammation and damage of the surface, and abnormal sensation all play a part.[@dews-definition] These feed one another: an unstable film evaporates faster, the remaining tears become more concentrated, the surface becomes inflamed, and the film then becomes less stable still.[@dews-pathophysiology]',
    ),
    figure(
      'tear-film.png',
      'Diagram of the tear film in section above the corneal surface. From the top: air; a thin lipid layer; a thick layer of water and gel-forming mucins, which becomes denser in mucin towards the cornea; then epithelial cells whose folded surface carries membrane-bound mucins.',
      'The tear film in section (not to scale). Lipid from the meibomian glands slows evaporation; water and mucin form one gel that is densest near the epithelium.',
    ),
    p(
      'Two ends of a spectrum help when choosing treatment. In **evaporative** dry eye the volume of tears may be normal but the lipid layer fails, most often because of meibomian gland dysfunction. In **aqueous-deficient** dry eye too few tears are made, as in Sjögren’s syndrome. Many patients have features of both.[@dews-definition]',
    ),
    h2('Listen before you look'),
    p(
      'Begin with an open question, then narrow down. A short validated questionnaire saves time and gives a number with which to compare later: the Ocular Surface Disease Index (OSDI) has twelve items,[@osdi] the five-item Dry Eye Questionnaire (DEQ-5) takes about a minute in the waiting area.[@deq5] Then ask about:',
    ),
    ...bullets(
      '**Pattern.** Both eyes or one? Worse on waking, at the screen, or towards evening? Does blinking clear the vision?',
      '**Surroundings.** Hours at a screen, air conditioning, heating, wind, smoke.',
      '**Medicines.** Antihistamines, some antidepressants, isotretinoin, hormone replacement, and every eye drop, with its preservative.',
      '**Contact lenses and surgery.** Wearing time, care products, refractive or cataract surgery.',
      '**General health.** Dry mouth, joint pain and fatigue suggest Sjögren’s syndrome; rosacea, thyroid disease and diabetes also matter.',
    ),
    p(
      'Dispensing and contact lens opticians often hear these symptoms first. A patient whose new varifocals are “never quite clear” may be describing a film that breaks between blinks rather than a fault in the lenses.',
    ),
    h2('Examine from least to most invasive'),
    p(
      'Each test disturbs the next. Look at the face and lids, observe blinking, and measure the tear meniscus and the non-invasive break-up time before any drop, strip or lid pressure. Fluorescein, lissamine green and expression of the glands come last.[@dews-diagnosis]',
    ),
    table(
      'Tests that support a diagnosis of dry eye disease, with the cut-off values of TFOS DEWS II',
      ['Step', 'Test', 'Result that counts', 'Remember'],
      ['1', 'OSDI or DEQ-5', 'OSDI 13 or more; DEQ-5 6 or more', 'Use the same questionnaire at each visit'],
      [
        '2',
        'Non-invasive break-up time',
        'Less than 10 seconds',
        'Before fluorescein; average several readings',
      ],
      [
        '3',
        'Osmolarity',
        '308 mOsm/L or more, or over 8 mOsm/L between eyes',
        'Measure both eyes; keep the higher value',
      ],
      [
        '4',
        'Staining',
        'More than 5 spots on the cornea, more than 9 on the conjunctiva, or a lid margin stained for 2 mm and a quarter of its width',
        'Use fluorescein for the cornea and lissamine green for conjunctiva and lid margin',
      ],
    ),
    p(
      'A positive questionnaire **and** at least one positive sign of steps 2 to 4 make the diagnosis; not every practice needs every instrument.[@dews-diagnosis] Record staining on a grading scale with its name, such as the Oxford scheme,[@oxford] because “mild” means something different to each reader. Then find the cause: a meniscus lower than 0.2 mm points to aqueous deficiency; thickened or absent meibum, capped orifices and a thin lipid layer point to evaporation.',
    ),
    pearl(
      'One blink at a time',
      'Before reaching for a drop, watch ten natural blinks while you talk about something else. Incomplete blinking leaves the lower third of the cornea exposed, explains a band of staining there, and gives you something that the patient can practise at once.',
    ),
    h3('When symptoms and signs disagree'),
    p(
      'They often do. Marked symptoms with a quiet surface may mean neuropathic pain or early disease; marked staining with few symptoms may mean reduced corneal sensation, which needs its own explanation. Test sensation with a wisp of cotton wool before any anaesthetic, and do not dismiss either patient.',
    ),
    h2('Treat in steps, and say why'),
    p(
      'Management starts simply and is stepped up if the patient has used each measure properly and long enough.[@dews-management]',
    ),
    ...bullets(
      '**First:** explain the condition, adjust surroundings and screen habits, review medicines with whoever prescribes them, recommend lubricants, and begin warm compresses and lid hygiene where the lids are involved. Choose a lubricant with lipid when evaporation dominates.',
      '**Next:** change to preservative-free lubricants, add an ointment at night, consider moisture-retaining spectacles, punctal plugs or treatment of the glands in practice. Prescription options belong here: a short course of topical steroid, topical ciclosporin, or an oral tetracycline or macrolide for lid disease.',
      '**Later, usually shared with a hospital:** autologous serum, therapeutic contact lenses, and surgery.',
    ),
    p(
      'Lubricants that are used more than four to six times a day should be free of preservative, because preservatives such as benzalkonium chloride can themselves damage the surface. Contact lens wearers need products that are labelled as suitable for use with lenses. Warm compresses work only if they are warm for long enough, so show how, write it down, and ask the patient to describe it back.',
    ),
    h3('Safeguards when prescribing'),
    p(
      'Plan the end of a treatment before its beginning. A topical steroid can raise intraocular pressure, promote cataract and worsen herpetic infection: exclude active infection, record a baseline pressure, set a stop date and arrange the check before supplying it. Tetracyclines are unsuitable in pregnancy, in breastfeeding and for children under 12, and make skin sensitive to the sun. The National Institute for Health and Care Excellence recommends ciclosporin 1 mg/ml for severe keratitis in adults whose dry eye has not improved despite tear substitutes;[@ta369] local arrangements usually ask a specialist to start it. Report suspected adverse reactions, and write to the general practitioner.',
    ),
    h2('When it is not just dry eye'),
    p(
      'Severe or strictly one-sided symptoms deserve suspicion. Arrange same-day assessment for pain with photophobia, a corneal infiltrate or ulcer, or a drop in vision that blinking does not restore, above all in a contact lens wearer. Refer promptly for conjunctival scarring, a persistent epithelial defect, or a lid thickening with loss of lashes that “blepharitis” treatment has not cured, because a sebaceous carcinoma may look like that. Suspected Sjögren’s syndrome needs a letter that asks for investigation, not only another lubricant. The College of Optometrists’ Clinical Management Guidelines give current advice for each diagnosis.[@cmg]',
    ),
    h2('Close the loop'),
    p(
      'Agree one or two measures rather than seven, name the questionnaire score you hope to change, and see the patient again, usually after four to six weeks. If the score has not moved, ask first whether the treatment was used as intended; then question the diagnosis; only then step up.',
    ),
  ],
  references: [
    {
      _key: 'dews-definition',
      _type: 'citedWork',
      citation:
        'Craig JP, Nichols KK, Akpek EK, et al. TFOS DEWS II definition and classification report. Ocular Surface 2017;15(3):276–283.',
      doi: '10.1016/j.jtos.2017.05.008',
    },
    {
      _key: 'dews-pathophysiology',
      _type: 'citedWork',
      citation:
        'Bron AJ, de Paiva CS, Chauhan SK, et al. TFOS DEWS II pathophysiology report. Ocular Surface 2017;15(3):438–510.',
      doi: '10.1016/j.jtos.2017.05.011',
    },
    {
      _key: 'osdi',
      _type: 'citedWork',
      citation:
        'Schiffman RM, Christianson MD, Jacobsen G, Hirsch JD, Reis BL. Reliability and validity of the Ocular Surface Disease Index. Archives of Ophthalmology 2000;118(5):615–621.',
      doi: '10.1001/archopht.118.5.615',
    },
    {
      _key: 'deq5',
      _type: 'citedWork',
      citation:
        'Chalmers RL, Begley CG, Caffery B. Validation of the 5-Item Dry Eye Questionnaire (DEQ-5): discrimination across self-assessed severity and aqueous tear deficient dry eye diagnoses. Contact Lens and Anterior Eye 2010;33(2):55–60.',
      doi: '10.1016/j.clae.2009.12.010',
    },
    {
      _key: 'dews-diagnosis',
      _type: 'citedWork',
      citation:
        'Wolffsohn JS, Arita R, Chalmers R, et al. TFOS DEWS II diagnostic methodology report. Ocular Surface 2017;15(3):539–574.',
      doi: '10.1016/j.jtos.2017.05.001',
    },
    {
      _key: 'oxford',
      _type: 'citedWork',
      citation:
        'Bron AJ, Evans VE, Smith JA. Grading of corneal and conjunctival staining in the context of other dry eye tests. Cornea 2003;22(7):640–650.',
      doi: '10.1097/00003226-200310000-00008',
    },
    {
      _key: 'dews-management',
      _type: 'citedWork',
      citation:
        'Jones L, Downie LE, Korb D, et al. TFOS DEWS II management and therapy report. Ocular Surface 2017;15(3):575–628.',
      doi: '10.1016/j.jtos.2017.05.006',
    },
    {
      _key: 'ta369',
      _type: 'citedWork',
      citation:
        'National Institute for Health and Care Excellence. Ciclosporin for treating dry eye disease that has not improved despite treatment with artificial tears. Technology appraisal guidance TA369. London: NICE, 2015.',
      url: 'https://www.nice.org.uk/guidance/ta369',
    },
    {
      _key: 'cmg',
      _type: 'citedWork',
      citation: 'College of Optometrists. Clinical Management Guidelines. London: College of Optometrists.',
      url: 'https://www.college-optometrists.org/clinical-guidance/clinical-management-guidelines',
    },
  ],
  republication: {
    _type: 'republication',
    firstPublished: '2020-11-14',
    originalReference: 'C-90001 O/D/TP/CL',
    originalTitle: 'Gritty, tired, watering: dry eye in everyday practice',
    note: itemNote,
  },
  exam: ref('exam-dry-eye-in-practice'),
}
