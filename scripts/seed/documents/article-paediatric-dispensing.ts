import type { Article } from '../../../schemas/generated/sanity.types.ts'
import { type Authored, ref, slug } from '../authored.ts'
import { itemNote } from '../notice.ts'
import { audience, objective } from '../objective.ts'
import { bullets, figure, h2, h3, p, pearl, table } from '../portable-text.ts'

/** Paediatric dispensing: spectacles that fit a growing face, and that are worn. */
export const articlePaediatricDispensing: Authored<Article> = {
  _id: 'article-paediatric-dispensing',
  _type: 'article',
  title: 'Paediatric dispensing: spectacles that fit, and that are worn',
  slug: slug('paediatric-dispensing'),
  standfirst:
    'For a young child, spectacles may be the treatment and not just the correction. How to measure a small face, choose frame and lenses, work within the law, and win both the child and the carer for full-time wear.',
  authors: [
    {
      _type: 'contributor',
      name: 'Bethan Sample',
      role: 'Dispensing optician, paediatric practice (invented for this demonstration)',
    },
    {
      _type: 'contributor',
      name: 'Kofi Sample',
      role: 'Optometrist, children’s eye service (invented for this demonstration)',
    },
  ],
  minutes: 10,
  audience: audience('optometrist', 'dispensing-optician'),
  learningObjectives: [
    objective('Measure a child’s face and choose a frame that stays where the prescription needs it', {
      optometrist: [7],
      'dispensing-optician': [5, 9],
    }),
    objective('Select lens form, material and size for a child, and explain the choice', {
      optometrist: [7],
      'dispensing-optician': [5, 9],
    }),
    objective('Supply spectacles to children within the law, with supervision that is real and recorded', {
      optometrist: [7],
      'dispensing-optician': [2, 9],
    }),
    objective('Explain why wearing time matters in amblyopia, and when to expect improvement', {
      optometrist: [6],
      'dispensing-optician': [1, 9],
    }),
    objective('Adapt fitting, lenses and communication for a child with Down’s syndrome', {
      optometrist: [6, 7],
      'dispensing-optician': [1, 9],
    }),
  ],
  body: [
    p(
      'A boy of four comes to collect his first spectacles: R +1.50, L +5.00. He looks at the mirror, looks at his mother, and takes them off. His right eye sees well without them, so to him they offer nothing. Whether he wears them this month will influence how well his left eye learns to see. The dispensing appointment is where that is decided.',
    ),
    h2('Who may supply'),
    p(
      'Spectacles for anyone under 16 may be sold and supplied only by, or under the supervision of, a registered optometrist, dispensing optician or medical practitioner.[@act] Supervision means more than a signature: the registrant is on the premises, able to oversee and to step in, and stays clinically responsible.[@goc] That covers the choice of frame, the measurements and the order, and it covers collection, because spectacles are not fitted until they have been fitted to the child. A frame that has been rebuilt needs refitting too. Record who measured, who checked and who supervised.',
    ),
    h2('Not a small adult’s face'),
    p(
      'In a young child the bridge of the nose is low, flat and wide. The crest is low, and the frontal and splay angles are large; as the nose emerges, the parameters around it narrow.[@thompson] Meanwhile the head and the distance between the pupils keep growing. An adult frame made smaller therefore bridges a nose that is not there yet. It slides down until it meets something wide enough to stop it, and the child, who looks up at a world of taller people, looks over the top.',
    ),
    figure(
      'frames-for-children.png',
      'The same child in two frames. In the first, a narrow high bridge has slid down to two points beside the nostrils, and the pupils are above the rims. In the second, a low bridge rests along both sides of the nose, and the pupils are a little above the centre line of the lenses.',
      'Fit decides what the eyes look through. Dashed: the horizontal centre line of the lenses. Red: where the frame bears on the nose.',
    ),
    p(
      'Age is a poor guide to size, and so is the label inside the frame. Among 1,334 children measured in three dimensions, a distinct bearing surface of the nose emerged early in White British children but not in Chinese children or in children with Down’s syndrome.[@thompson] Start from the face in front of you.',
    ),
    table(
      'What to measure, and what goes wrong without it',
      ['Measure', 'How', 'If it is wrong'],
      [
        'Distances between the pupils',
        'From corneal reflexes if fixation wanders; each eye separately if the face is asymmetrical',
        'Unwanted prism, above all with strong lenses',
      ],
      [
        'Crest height and bridge projection',
        'Where the bridge will rest, relative to the lower lid and to the plane of the lashes',
        'Frame sits too low, or lashes brush the lenses',
      ],
      [
        'Frontal and splay angles',
        'Compare pads or bridge with both sides of the nose, from the front and from above',
        'Red marks, two-point contact, sliding',
      ],
      [
        'Head and temple width',
        'At the ears, and just behind the front',
        'Sides bow out and push the frame forward, or press',
      ],
      [
        'Front to bend',
        'From the back of the front to the top of the ear',
        'Too long: slides. Too short: pulls behind the ear',
      ],
      [
        'Vertex distance and tilt',
        'From the side, at rest and looking up',
        'Altered effect; rims rest on cheeks',
      ],
    ),
    h3('A quick test of size'),
    p(
      'Choose the smallest lens that still covers the field, with centres close to the child’s own pupils: eye size plus bridge should be near the interpupillary distance. The pupils should lie on the horizontal centre line or a little above it. Leave no “room to grow” in the front; growth is what adjustable pads, longer side tips and the next voucher are for.',
    ),
    h2('Lenses: thin, tough and in the right place'),
    p(
      'Good centration is the cheapest way to a thin lens. For plus powers, send shape and size so that the laboratory can work to the smallest substance; a stock blank made for an adult may be twice as thick. Materials with high impact resistance, such as polycarbonate or Trivex, suit children; a higher index thins strong minus lenses but can be more brittle. Everyday spectacles are not sports protectors: offer proper eye protection for racket and ball games, above all to a child with one good eye.',
    ),
    p(
      'Note the vertex distance whenever the power is high. Plus lenses gain effect as they slide: a +8.00 lens that moves forward by 8 mm acts about half a dioptre stronger. Once the child looks over the rim, of course, it does not act at all.',
    ),
    p(
      'Vouchers help with cost. In England, children under 16 can have repair and replacement vouchers, and since June 2019 a supplement has also been available where facial characteristics call for a special or small frame.[@small-glasses] Rules differ in Scotland, Wales and Northern Ireland.',
    ),
    h2('Wearing them is the treatment'),
    p(
      'Before anybody patches an eye, glasses do part of the work. In a study by the Pediatric Eye Disease Investigator Group of children aged three to under seven with untreated anisometropic amblyopia, spectacles alone improved acuity by two lines or more in 77%, and amblyopia resolved in 27%.[@cotter] In a British study of 65 children with amblyopia of various types, mean acuity improved by 0.24 logMAR over 18 weeks of spectacle wear.[@adaptation] Improvement continues for weeks, so those who prescribe usually review it before adding occlusion.',
    ),
    p(
      'Such results need hours of wear. The prescriber should state whether wear is full time and why; whoever dispenses repeats it in plain words: “from getting dressed until the bath”. Tell carers in advance that a child with one good eye may notice no difference at all, and that this is the reason for the spectacles rather than a reason against them.',
    ),
    pearl(
      'Look up at me',
      'Before you let the child go, stand up and ask to be looked at. Then roll a toy along the floor and ask for a firm “no” with the head. If the front slips, the lashes touch or the eyes look over the rims, the fitting is not finished.',
    ),
    h2('Talk to the child first'),
    ...bullets(
      '**Greet the child before the carer,** at eye level and by name. Ask before you touch, and show each tool.',
      '**Offer a real choice among frames that all fit.** Two or three are enough. A child who has chosen has something to defend in the playground.',
      '**Give the carer room for worry.** Guilt, cost and fear of teasing decide about wear more often than optics does.',
      '**Involve school or nursery,** with consent: a note that says when spectacles are worn, and whom to call when they break.',
    ),
    p(
      'Consent usually comes from somebody with parental responsibility, but a young person under 16 who understands what is proposed may be able to give it. Either way the child’s own view counts.[@goc]',
    ),
    h2('Children with Down’s syndrome'),
    p(
      'Refractive errors are common among these children, and ordinary frames often fail them. In 20 children in South Wales, facial measurements hardly changed between 7 and 14 years and rarely matched those of other children of the same age or younger.[@woodhouse] Expect a low crest, wide angles and a short distance to the ear. Ranges made for this purpose exist; otherwise look for a low-set bridge, adjustable pads, and sides that can be shortened.',
    ),
    p(
      'Focus deserves as much attention. More than three quarters of children with Down’s syndrome under-accommodate at near, and in a controlled study bifocals with a +2.50 addition improved accuracy.[@bifocals] Accommodation should therefore be measured at each examination. Where bifocals are prescribed, set the segments high, as the prescriber advises: a child will not lower the eyes to find them.',
    ),
    h2('After collection'),
    p(
      'Check lenses against the order before the family arrives, then fit, and confirm acuity. See the fit again within two weeks and invite the child in whenever something hurts; each visit is also a count of hours worn. At every change, measure afresh instead of repeating the last order. If spectacles are not worn, ask why before you advise: pressure, power, teasing and a lost pair need different answers. Tell the prescriber when treatment for amblyopia stalls. If a child’s needs are repeatedly neglected, follow your safeguarding procedure.[@goc] Our boy chose the green frame. His mother counts the hours, and so does he.',
    ),
  ],
  references: [
    {
      _key: 'act',
      _type: 'citedWork',
      citation: 'Opticians Act 1989, section 27: sale and supply of optical appliances. London: HMSO.',
      url: 'https://www.legislation.gov.uk/ukpga/1989/44',
    },
    {
      _key: 'goc',
      _type: 'citedWork',
      citation:
        'General Optical Council. Standards of Practice for Optometrists and Dispensing Opticians. London: General Optical Council, 2016.',
      url: 'https://standards.optical.org/',
    },
    {
      _key: 'thompson',
      _type: 'citedWork',
      citation:
        'Thompson AJ. Paediatric facial anthropometry applied to spectacle frame design. PhD thesis. Birmingham: Aston University, 2021.',
      url: 'https://research.aston.ac.uk/en/studentTheses/paediatric-facial-anthropometry-applied-to-spectacle-frame-design',
    },
    {
      _key: 'small-glasses',
      _type: 'citedWork',
      citation: 'NHS England. Small glasses supplement: additional guidance. London: NHS England, 2019.',
      url: 'https://www.england.nhs.uk/publication/small-glasses-supplement-additional-guidance/',
    },
    {
      _key: 'cotter',
      _type: 'citedWork',
      citation:
        'Cotter SA, Pediatric Eye Disease Investigator Group, Edwards AR, Wallace DK, et al. Treatment of anisometropic amblyopia in children with refractive correction. Ophthalmology 2006;113(6):895–903.',
      doi: '10.1016/j.ophtha.2006.01.068',
    },
    {
      _key: 'adaptation',
      _type: 'citedWork',
      citation:
        'Stewart CE, Moseley MJ, Fielder AR, Stephens DA. Refractive adaptation in amblyopia: quantification of effect and implications for practice. British Journal of Ophthalmology 2004;88(12):1552–1556.',
      doi: '10.1136/bjo.2004.044214',
    },
    {
      _key: 'woodhouse',
      _type: 'citedWork',
      citation:
        'Woodhouse JM, Hodge SJ, Earlam RA. Facial characteristics in children with Down’s syndrome and spectacle fitting. Ophthalmic and Physiological Optics 1994;14(1):25–31.',
      url: 'https://pubmed.ncbi.nlm.nih.gov/8152817/',
    },
    {
      _key: 'bifocals',
      _type: 'citedWork',
      citation:
        'Stewart RE, Woodhouse JM, Trojanowska LD. In focus: the use of bifocal spectacles with children with Down’s syndrome. Ophthalmic and Physiological Optics 2005;25(6):514–522.',
      doi: '10.1111/j.1475-1313.2005.00326.x',
    },
  ],
  republication: {
    _type: 'republication',
    firstPublished: '2021-08-14',
    originalReference: 'C-90005 O/D',
    note: itemNote,
  },
  exam: ref('exam-paediatric-dispensing'),
}
