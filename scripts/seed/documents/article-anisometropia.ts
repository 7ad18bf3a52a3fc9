import type { Article } from '../../../schemas/generated/sanity.types.ts'
import { type Authored, ref, slug } from '../authored.ts'
import { itemNote } from '../notice.ts'
import { audience, objective } from '../objective.ts'
import { bullets, figure, h2, h3, numbers, p, pearl, table } from '../portable-text.ts'

/** Anisometropia: the prism and the image sizes that unequal lenses bring, and what to do about them. */
export const articleAnisometropia: Authored<Article> = {
  _id: 'article-anisometropia-and-prism',
  _type: 'article',
  title: 'Unequal eyes: prescribing and dispensing for anisometropia',
  slug: slug('anisometropia-and-prism'),
  standfirst:
    'Two clear eyes can make one uncomfortable pair. How to predict differential prism at reading level, judge whether it matters, choose among the remedies, and work through a pair that is not tolerated.',
  authors: [
    {
      _type: 'contributor',
      name: 'Alison Sample',
      role: 'Dispensing optician and lecturer in ophthalmic lenses (invented for this demonstration)',
    },
    {
      _type: 'contributor',
      name: 'Marek Sample',
      role: 'Optometrist with a special interest in binocular vision (invented for this demonstration)',
    },
  ],
  minutes: 10,
  audience: audience('optometrist', 'dispensing-optician'),
  learningObjectives: [
    objective('Calculate differential prism at reading level from the power in the vertical meridian', {
      optometrist: [7],
      'dispensing-optician': [5, 6],
    }),
    objective('Test whether differential prism or unequal image size explains a patient’s symptoms', {
      optometrist: [3, 6],
      'dispensing-optician': [3, 6],
    }),
    objective('Choose and explain a correction for anisometropia, contact lenses included', {
      optometrist: [6, 7],
      'dispensing-optician': [5, 6],
    }),
    objective('Verify a pair against its order, and work through non-tolerance in a fixed sequence', {
      optometrist: [3, 7],
      'dispensing-optician': [3, 5, 6],
    }),
  ],
  body: [
    p(
      'A retired teacher had her right cataract removed in spring and will wait a year for the left. Her new progressive lenses are R −1.00, L −4.00, addition +2.50. “The street has never been so clear,” she says, “but the words split when I look down.” The refraction is right, and the lenses are what was ordered. The pair is wrong for her all the same.',
    ),
    h2('What unequal lenses do'),
    p(
      'A difference of 1.00 D or more between corresponding meridians is commonly called anisometropia. In children it can cause amblyopia. In adults, spectacles that correct it have two side effects: away from the centres the lenses have unequal **prism**, and everywhere they give unequal **image sizes** (aniseikonia). Somebody who has worn such spectacles since youth has often adapted or suppresses; somebody whose eyes became unequal last month has had no time for either. So ask not just how much, but since when.',
    ),
    h2('Prentice’s rule at reading level'),
    p(
      'Prism in prism dioptres is distance from the optical centre in centimetres times power in dioptres: P = c × F. Below the centre of a minus lens the base is down; below that of a plus lens it is up. For vertical prism use the power in the vertical meridian: a cylinder with its axis at 180 counts in full, one at 90 not at all, and oblique axes lie between.',
    ),
    p(
      'For our patient, reading one centimetre below the centres, the right lens gives 1 × 1.00 = 1Δ and the left 1 × 4.00 = 4Δ, both base down. What the two eyes share does no harm. What differs, 3Δ base down at the left eye, has to be overcome by vertical vergence, of which most people have little.',
    ),
    figure(
      'prism-at-reading-level.png',
      'Two minus lenses in section, each with a ray one centimetre below its optical centre. The thin right lens, −1.00 D, bends the ray slightly downwards: one prism dioptre. The thicker left lens, −4.00 D, bends it further: four prism dioptres. The difference is three.',
      'The worked example: the same reading level, four times the prism (angles exaggerated).',
    ),
    p(
      'Equal additions of the same design cancel out of the difference, and so does the equal prism that is worked on both progressive lenses to thin them. The distance does not cancel. In a progressive lens it runs from the prism reference point to the level that is really used, so a long corridor makes it longer; with single-vision lenses most people lower the head instead and keep it short. That is why patients may be happy for years until their first multifocal.',
    ),
    h3('How much is too much?'),
    p(
      'Two studies mark the ends of the scale. Nine volunteers wore prisms for eight hours: the authors concluded that most wearers would comfortably tolerate up to 0.5Δ vertically and 1Δ base in or base out, and most could not last the day with 1Δ of vertical prism.[@dutoit] On the other hand, when normal subjects were made 3 D anisometropic, the phoria that varied with gaze had largely disappeared after two and a half hours of binocular vision.[@henson] A constant surprise and a difference that can be learnt are not the same. The number opens an inquiry; it does not close it.',
    ),
    pearl(
      'Chin down, and add',
      'Hold the addition over the distance portion and let the patient read through the centres, chin lowered. If words that split through the near portion are now single, differential prism is the likely culprit, and you have shown the patient why.',
    ),
    h2('Images of different size'),
    p(
      'Differences of one to three per cent can cause symptoms; from three per cent, stereopsis and binocular summation suffer; above five per cent, inhibition or suppression tends to occur.[@south] A rough forecast for spectacles is one per cent for each dioptre of difference, but a forecast is no measurement, and only a subjective test shows what the patient perceives.[@south] Suspect aniseikonia when strain, slanting floors or unequal images persist in straight-ahead gaze through well-centred lenses, where prism cannot be the reason.',
    ),
    p(
      'Spectacle magnification depends on power, vertex distance, thickness and front curve. A short vertex distance and a small, close frame help in every case. Curves and thicknesses can be matched to the patient by calculation, at some cost in appearance. Contact lenses usually do more than any spectacle lens, and because they move with the eye they also remove nearly all differential prism. Theory favours spectacles where the difference is one of length of the eye; in practice a trial settles the matter better than theory.',
    ),
    h2('Options, from least to most'),
    table(
      'What can be done about differential prism at near',
      ['Option', 'How it helps', 'Price'],
      [
        'Leave alone',
        'A patient who has adapted keeps design, centration and reading level',
        'None; record it',
      ],
      [
        'Separate reading pair',
        'Lens centres are lowered to reading level',
        'Two pairs; nothing for looking up and down',
      ],
      [
        'Shorter corridor, careful heights',
        'Shortens the distance in Prentice’s rule',
        'Less intermediate; some prism remains',
      ],
      [
        'Contact lenses, with or without spectacles over them',
        'Remove most of the prism and reduce differences in size',
        'Handling, tear film, aftercare',
      ],
      [
        'Round segments of unequal size',
        'Diameters differ by 20 × Δ ÷ addition (in mm); the larger goes before the more plus or less minus lens',
        'Appearance; small amounts only',
      ],
      [
        'Bi-prism (slab-off)',
        'Takes base down out of the lower part of the more minus or less plus lens',
        'A line across the lens; cost; usually from about 1.5Δ',
      ],
      [
        'Partial correction',
        'Reduces the difference in power itself',
        'Less clear sight in one eye; needs informed agreement',
      ],
    ),
    p(
      'Discuss these before ordering, not after the remake. Our patient needs a bridge of one year: a reading pair beside her progressives, or a contact lens for the left eye, is kinder than a costly bi-prism that second-eye surgery will make useless. If surgery is planned, tell the hospital what she cannot tolerate, because a large difference between the eyes may be a reason to bring the second eye forward.',
    ),
    h2('Order, verify, and know what a standard says'),
    p(
      'BS EN ISO 21987 gives tolerances for mounted lenses[@iso21987] and BS EN ISO 8980 those for uncut ones.[@iso8980] Besides power, axis and addition, prismatic imbalance of the mounted pair has its limits, stricter vertically than horizontally. Look values up in the current edition, since they depend on power and lens type. Two points are often missed:',
    ),
    ...bullets(
      '**A tolerance tests the work against the order.** It is not a promise of comfort. Two lenses that err within tolerance in opposite directions can still widen the difference between the eyes.',
      '**Differential prism at reading level is not a fault.** Imbalance is checked at the reference points. What appears one centimetre lower is the optics of the prescription, and no laboratory can be blamed for it.',
    ),
    p(
      'Neutralise the old pair as well. Often the answer is a change of corridor, of centration or of base curve that nobody mentioned.',
    ),
    h2('When a pair is not tolerated'),
    p(
      'Across five studies about 2% of spectacles were not tolerated; nearly half of the causes were errors of refraction, followed by communication and dispensing.[@bist] In one busy British practice, 61% of cases were related to the prescription and 22% to dispensing, nearly nine in ten patients were presbyopic, and most final prescriptions were within 0.50 D of the rejected one.[@freeman] A fixed order keeps everyone honest:',
    ),
    ...numbers(
      '**Listen.** At what distance, in which direction of gaze, with one eye or both, since when, and compared with what?',
      '**Look.** How do the spectacles sit? Mark centres and heights on the face; compare vertex distance and tilt with the old pair.',
      '**Measure.** Power, axis, addition, and prism at the reference points, in new and old.',
      '**Refract again.** Check balance, addition, and phoria and fixation disparity at distance and in the reading position.',
      '**Prove it.** Show the remedy in a trial frame or with a clip, and change one thing at a time.',
    ),
    p(
      'Some complaints are not about spectacles. New double vision that is there in every pair, or with none, needs its own explanation, and with pain, a drooping lid, an unequal pupil or other neurological signs it is an emergency. In anybody over 50, ask about headache, a tender scalp and pain on chewing. Record what was found, what was offered and what was declined. The teacher reads with her second pair, chin level, one word at a time.',
    ),
  ],
  references: [
    {
      _key: 'dutoit',
      _type: 'citedWork',
      citation:
        'du Toit R, Ramke J, Brian G. Tolerance to prism induced by readymade spectacles: setting and using a standard. Optometry and Vision Science 2007;84(11):1053–1059.',
      doi: '10.1097/OPX.0b013e318159aa69',
    },
    {
      _key: 'henson',
      _type: 'citedWork',
      citation:
        'Henson DB, Dharamshi BG. Oculomotor adaptation to induced heterophoria and anisometropia. Investigative Ophthalmology and Visual Science 1982;22(2):234–240.',
      url: 'https://iovs.arvojournals.org/article.aspx?articleid=2176455',
    },
    {
      _key: 'south',
      _type: 'citedWork',
      citation:
        'South J, Gao T, Collins A, Turuwhenua J, Robertson K, Black J. Aniseikonia and anisometropia: implications for suppression and amblyopia. Clinical and Experimental Optometry 2019;102(6):556–565.',
      doi: '10.1111/cxo.12881',
    },
    {
      _key: 'iso21987',
      _type: 'citedWork',
      citation:
        'British Standards Institution. BS EN ISO 21987:2017. Ophthalmic optics: mounted spectacle lenses. London: BSI, 2017.',
      url: 'https://www.bsigroup.com/',
    },
    {
      _key: 'iso8980',
      _type: 'citedWork',
      citation:
        'British Standards Institution. BS EN ISO 8980:2017. Ophthalmic optics: uncut finished spectacle lenses. Part 1: specifications for single-vision and multifocal lenses; part 2: specifications for power-variation lenses. London: BSI, 2017.',
      url: 'https://www.bsigroup.com/',
    },
    {
      _key: 'bist',
      _type: 'citedWork',
      citation:
        'Bist J, Kaphle D, Marasini S, Kandel H. Spectacle non-tolerance in clinical practice: a systematic review with meta-analysis. Ophthalmic and Physiological Optics 2021;41(3):610–622.',
      doi: '10.1111/opo.12796',
    },
    {
      _key: 'freeman',
      _type: 'citedWork',
      citation:
        'Freeman CE, Evans BJW. Investigation of the causes of non-tolerance to optometric prescriptions for spectacles. Ophthalmic and Physiological Optics 2010;30(1):1–11.',
      doi: '10.1111/j.1475-1313.2009.00682.x',
    },
  ],
  republication: {
    _type: 'republication',
    firstPublished: '2021-06-12',
    originalReference: 'C-90006 O/D',
    note: itemNote,
  },
  exam: ref('exam-anisometropia-and-prism'),
}
