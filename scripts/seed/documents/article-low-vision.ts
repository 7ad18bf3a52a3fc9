import type { Article } from '../../../schemas/generated/sanity.types.ts'
import { type Authored, ref, slug } from '../authored.ts'
import { itemNote } from '../notice.ts'
import { audience, objective } from '../objective.ts'
import { bullets, figure, h2, h3, p, pearl, table } from '../portable-text.ts'

/** Low vision: from what somebody wants to do to magnification, light and support. */
export const articleLowVision: Authored<Article> = {
  _id: 'article-low-vision-in-practice',
  _type: 'article',
  title: 'Low vision in practice: goals, magnification, light and support',
  slug: slug('low-vision-in-practice'),
  standfirst:
    'Much can be done for people whose sight stays reduced, and much of it in primary care. How to start from a goal, work out the magnification, use light before lenses, and open the door to certification and support.',
  authors: [
    {
      _type: 'contributor',
      name: 'Ruth Sample',
      role: 'Optometrist with a special interest in low vision (invented for this demonstration)',
    },
    {
      _type: 'contributor',
      name: 'Imran Sample',
      role: 'Dispensing optician, low vision service (invented for this demonstration)',
    },
  ],
  minutes: 11,
  audience: audience('optometrist', 'dispensing-optician'),
  learningObjectives: [
    objective('Turn what a person with low vision wants to do into tasks that can be assessed and solved', {
      optometrist: [1, 8],
      'dispensing-optician': [1, 8],
    }),
    objective('Calculate a starting magnification from threshold print, task and acuity reserve', {
      optometrist: [7, 8],
      'dispensing-optician': [5, 8],
    }),
    objective('Choose between optical, electronic and non-optical help, lighting included', {
      optometrist: [7, 8],
      'dispensing-optician': [5, 8],
    }),
    objective('Explain certification, registration and earlier routes to support', {
      optometrist: [1, 8],
      'dispensing-optician': [1, 8],
    }),
    objective('Recognise visual hallucinations, low mood and risk of falls, and respond to them', {
      optometrist: [1, 8],
      'dispensing-optician': [1, 8],
    }),
  ],
  body: [
    p(
      '“I just want to read my own post.” The woman who says so is 81, has had macular degeneration in both eyes for three years, and was told last time that stronger glasses would not help. That may be true of glasses; it is rarely true of help. Nobody has to be registered, or to fall below a certain acuity, before low vision care is of use, and starting early can lead to better outcomes.[@college]',
    ),
    h2('Begin with goals, not with letters'),
    p(
      'Ask what has been given up, what has become slow or risky, and what matters most. “Reading” may mean checking a dose on a bottle for ten seconds or enjoying a novel for an hour, and the two need different solutions. Two or three goals are enough for one visit. For each, note:',
    ),
    ...bullets(
      '**The task.** What is it, at what distance and for how long? Sitting or standing, with a hand free, in what light?',
      '**The sight.** Cause, stability and treatment; better and worse times of day; glare.',
      '**The person.** Hearing, tremor, memory, help at home; and which devices lie unused in a drawer, and why.',
      '**Safety.** Falls, medicines, cooking and driving. Anybody who no longer meets the standard for driving must be told so, and told to inform the licensing authority.',
    ),
    p(
      'Mood belongs in this history too. In a meta-analysis of 27 studies, about one in four people with visual impairment who attended eye clinics or rehabilitation services had depression.[@parravano] Ask plainly about low mood and lost interest, offer to write to the general practitioner, and seek help the same day for anyone who may come to harm.',
    ),
    h2('Measure what can be used'),
    p(
      'Refract first, in a trial frame and with steps large enough to be noticed: uncorrected ametropia and cataract are common and treatable. Use a logMAR chart, at a shorter distance if need be, rather than “counting fingers”. Record near acuity with continuous text, and write down print size, distance and addition together; N16 means little without “at 25 cm with +4.00”. Measure contrast sensitivity: if it is poor, kerbs and faces vanish and light may do more than magnification. Then sketch the field. A defect to the right of fixation hinders reading along the line; one to the left makes the next line hard to find.',
    ),
    p(
      'If sight has dropped or distortion is new, refer before you rehabilitate. Suspected late wet macular degeneration needs urgent referral to a macular service, normally made within one working day.[@ng82]',
    ),
    h2('Magnification: the arithmetic'),
    p(
      'Print can be enlarged in three ways: make it bigger, bring it closer, or view it through an optical or electronic device. Gains multiply.',
    ),
    figure(
      'magnification.png',
      'Four rows, each with an eye, a page and the angle that the print subtends. Moving the page to half the distance, with a plus lens, doubles the image on the retina. So does doubling the print. Doing both makes it four times as large.',
      'Closer, larger, or both: the red bar on the page is the print, the one inside the eye its image (not to scale).',
    ),
    p(
      'Start from two numbers. The **threshold** is the smallest print that can just be read; the **target** is the print of the task. Their ratio is the least magnification that could work. Fluent reading needs print several times larger than threshold; this margin is called acuity reserve.[@whittaker] A reserve of two is a reasonable first trial for sustained reading, while a spot task may need less.',
    ),
    p(
      'Our patient can just read N16 at 25 cm with an addition of +4.00. Her post is N8, so 16 ÷ 8 = 2× reaches threshold, and a reserve of two makes it 4×. Relative to 25 cm, each 1× stands for 4 D, so 4× needs about 16 D of equivalent power and print at about 6 cm (100 ÷ 16). If that is too close for comfort, large print or a screen can supply part of the magnification instead.',
    ),
    p(
      'Read labels sceptically. Some makers state power divided by four, others add one to the result; the same 16 D lens may be sold as 4× or as 5×. Compare devices by equivalent power in dioptres, and let the task decide.',
    ),
    table(
      'Ways to magnify: what each does well, and what it asks of the user',
      ['Help', 'Does well', 'Asks for'],
      [
        'Large print',
        'Natural distance, whole page in view, nothing to learn',
        'A supply of it; the gain is modest',
      ],
      [
        'High addition or spectacle magnifier',
        'Hands free; widest field for its power',
        'A short, exact distance; good light; often one eye alone',
      ],
      [
        'Hand magnifier',
        'Prices, dials, labels; fits in a pocket',
        'A steady hand; the field shrinks as lens and eye move apart',
      ],
      [
        'Illuminated stand magnifier',
        'Fixed focus and light in spite of tremor',
        'A flat surface; usually a suitable reading addition',
      ],
      [
        'Electronic magnifier, tablet or telephone',
        'Wide range, reversed contrast, both eyes, a comfortable distance; can read aloud',
        'Training, charging and, for some, courage',
      ],
      ['Telescope', 'Bus numbers, stage, television', 'Practice; the field is too narrow for walking about'],
    ),
    p(
      'The stronger the lens, the fewer letters fit into it, so choose the weakest that does the job. Teach the distance first, bring lens and eye together, move the page rather than the head, and lend before anybody buys.',
    ),
    h2('Light, contrast and glare'),
    p(
      'Illuminance follows the inverse square of distance: a lamp at half the distance gives four times the light. Put it beside the better eye, below eye level and shaded. Some people, for instance with cone dystrophy, albinism or cataract, do better with less, so compare on the real task. Black felt-tip pens, a plate that contrasts with the table, and a black card with a slot (a typoscope) cost next to nothing. Outdoors, a brim and a tinted overshield reduce glare; try the tint on steps and in shade before it is supplied.',
    ),
    pearl(
      'Lamp before lens',
      'Repeat near acuity with a lamp at 40 cm from the page, then at 20 cm. If a line or two come back, you have saved magnification, and the reader keeps a longer distance and a wider field.',
    ),
    h2('What people may not mention'),
    h3('Visions'),
    p(
      'Of 53 people with macular degeneration, poor acuity and a central scotoma in each eye, 21 had had visual hallucinations.[@abbott] Ask as a matter of course: “Some people whose sight is reduced see patterns, faces or figures that are not there. Has that happened to you?” In Charles Bonnet syndrome the person knows, or soon accepts, that the images are not real; they are seen but not heard or felt. An explanation relieves most; moving the eyes or changing the light may end an episode. Voices, fixed beliefs, confusion, a new medicine or neurological symptoms need a medical opinion before that name is used.',
    ),
    h3('Falls'),
    p(
      'Ask every older patient about falls in the past year.[@cg161] In one cohort, wearers of multifocals were about twice as likely to fall as others.[@lord] Yet when older wearers were randomly given single-vision distance spectacles for walking, falls did not decrease significantly overall: those who were often outdoors fell less, while those who seldom went out had more falls outside.[@haran] Ask about outdoor life before you change a lens type, avoid large changes of prescription, and use the local falls service.',
    ),
    h2('Certificate, register, support'),
    p(
      'Certification is done by a consultant ophthalmologist; registration with the local authority follows if the person wishes it.[@cvi] The name of the form differs between the four nations.',
    ),
    table(
      'Usual starting points for certification: best corrected acuity and visual field are judged together, with both eyes open',
      ['Field', 'Severely sight impaired', 'Sight impaired'],
      ['Full', 'Worse than 3/60', '3/60 to 6/60'],
      ['Reduced', '3/60 to 6/60, field very contracted', 'Up to 6/24, moderate contraction or cloudy media'],
      [
        'Severely reduced',
        '6/60 or better, above all if the lower field is lost',
        '6/18 or better, for instance hemianopia',
      ],
    ),
    p(
      'People with macular degeneration should be offered certification as soon as they are eligible, even during active treatment.[@ng82] Help at home need not wait for the certificate. In England a practitioner can send a referral of vision impairment to social services with the patient’s consent, or hand over the low vision leaflet, with which people can refer themselves.[@college] Mention eye clinic liaison officers, local societies, help at work, and specialist teachers for children. Remember, too, that spectacles for anybody who is registered must be supplied by a registrant or under supervision.',
    ),
    h2('Close the loop'),
    p(
      'Send the person home with written notes in a print size that they can read, and arrange a call or visit after about four weeks. A device back in the drawer means that the goal, the light or the training was wrong, not the patient. Routine eye examinations go on. Our patient now reads her post beside the window, with a lamp, an illuminated stand magnifier and, for the longest letters, her telephone.',
    ),
  ],
  references: [
    {
      _key: 'college',
      _type: 'citedWork',
      citation:
        'College of Optometrists. Guidance for Professional Practice: assessing and managing patients with low vision. London: College of Optometrists.',
      url: 'https://www.college-optometrists.org/clinical-guidance/guidance',
    },
    {
      _key: 'parravano',
      _type: 'citedWork',
      citation:
        'Parravano M, Petri D, Maurutto E, et al. Association between visual impairment and depression in patients attending eye clinics: a meta-analysis. JAMA Ophthalmology 2021;139(7):753–761.',
      doi: '10.1001/jamaophthalmol.2021.1557',
    },
    {
      _key: 'ng82',
      _type: 'citedWork',
      citation:
        'National Institute for Health and Care Excellence. Age-related macular degeneration. NICE guideline NG82. London: NICE, 2018.',
      url: 'https://www.nice.org.uk/guidance/ng82',
    },
    {
      _key: 'whittaker',
      _type: 'citedWork',
      citation:
        'Whittaker SG, Lovie-Kitchin J. Visual requirements for reading. Optometry and Vision Science 1993;70(1):54–65.',
      doi: '10.1097/00006324-199301000-00010',
    },
    {
      _key: 'abbott',
      _type: 'citedWork',
      citation:
        'Abbott EJ, Connor GB, Artes PH, Abadi RV. Visual loss and visual hallucinations in patients with age-related macular degeneration (Charles Bonnet syndrome). Investigative Ophthalmology and Visual Science 2007;48(3):1416–1423.',
      doi: '10.1167/iovs.06-0942',
    },
    {
      _key: 'cg161',
      _type: 'citedWork',
      citation:
        'National Institute for Health and Care Excellence. Falls in older people: assessing risk and prevention. Clinical guideline CG161. London: NICE, 2013.',
      url: 'https://www.nice.org.uk/guidance/cg161',
    },
    {
      _key: 'lord',
      _type: 'citedWork',
      citation:
        'Lord SR, Dayhew J, Howland A. Multifocal glasses impair edge-contrast sensitivity and depth perception and increase the risk of falls in older people. Journal of the American Geriatrics Society 2002;50(11):1760–1766.',
      doi: '10.1046/j.1532-5415.2002.50502.x',
    },
    {
      _key: 'haran',
      _type: 'citedWork',
      citation:
        'Haran MJ, Cameron ID, Ivers RQ, et al. Effect on falls of providing single lens distance vision glasses to multifocal glasses wearers: VISIBLE randomised controlled trial. BMJ 2010;340:c2265.',
      doi: '10.1136/bmj.c2265',
    },
    {
      _key: 'cvi',
      _type: 'citedWork',
      citation:
        'Department of Health and Social Care. Registering vision impairment as a disability: certificate of vision impairment and explanatory notes. London: Department of Health and Social Care.',
      url: 'https://www.gov.uk/government/publications/guidance-published-on-registering-a-vision-impairment-as-a-disability',
    },
  ],
  republication: {
    _type: 'republication',
    firstPublished: '2021-07-17',
    originalReference: 'C-90004 O/D',
    note: itemNote,
  },
  exam: ref('exam-low-vision-in-practice'),
}
