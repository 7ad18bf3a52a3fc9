import { describe, expect, test } from 'vitest'
import { article, dataset, paragraph, ref } from './test-support/samples.ts'
import { validate } from './test-support/validate.ts'

describe('an article', () => {
  test('without fault may be published', async () => {
    expect(await validate(article(), dataset)).toEqual([])
  })

  test('tells an editor of an empty one what to do, field by field', async () => {
    const faults = await validate({ _id: 'drafts.empty', _type: 'article' })
    expect(faults.toSorted()).toEqual(
      [
        'error title: Write the title.',
        'error slug: Press Generate to make the address from the title.',
        'error slug.current: Required',
        'error standfirst: Write one or two sentences that say what the item is about.',
        'error authors: Add at least one author.',
        'error minutes: Write whole minutes, from 1 to 600.',
        'error body: Write the article.',
        'error audience: Choose at least one registrant type.',
        'error learningObjectives: Add at least one learning objective: it names the competencies covered.',
        'error exam: Choose or create the exam that belongs to this item. A new exam must be published first.',
        'error republication: Say when and under which reference this was first published.',
        'error republication.firstPublished: Choose the day of the first publication.',
        'error republication.originalReference: Write the reference under which it was first published.',
      ].toSorted(),
    )
  })

  test.each(['article', 'video'])('shares its folder of addresses with every %s', async (type) => {
    const other = { _id: `${type}-other`, _type: type, slug: { _type: 'slug', current: 'red-eye' } }
    const faults = await validate(article(), [...dataset, other])
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(/^error slug: .*already in use/)
  })

  test('does not clash with its own published version', async () => {
    expect(await validate(article(), [...dataset, { ...article(), _id: 'article-red-eye' }])).toEqual([])
  })

  test.each(['Red-Eye', 'red--eye', 'red eye', '-red', 'red/eye', 'réd'])(
    'refuses the address %s',
    async (current) => {
      const faults = await validate(article({ slug: { _type: 'slug', current } }), dataset)
      expect(faults).toEqual([
        'error slug: Use lower-case letters, digits and single hyphens only, such as red-eye-in-practice.',
      ])
    },
  )

  test('may be published while a draft copy of it exists', async () => {
    const copy = { ...article(), _id: 'drafts.copy' }
    expect(await validate(article(), [...dataset, copy])).toEqual([])
  })

  test('refuses an exam that another item has', async () => {
    const other = { _id: 'video-other', _type: 'video', title: 'Slit lamp', exam: ref('exam-red-eye') }
    const faults = await validate(article(), [...dataset, other])
    expect(faults).toEqual([
      'error exam: “Slit lamp” already has this exam, and its points are awarded once. Choose or create another exam.',
    ])
  })

  test('warns of a competency that nobody of its audience has to cover', async () => {
    const learningObjectives = [
      {
        _type: 'learningObjective',
        _key: 'o1',
        text: 'Fit a frame to a child',
        competencies: [ref('competency-dispensing-optician-9')],
      },
    ]
    const faults = await validate(article({ learningObjectives }), dataset)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(/^warning .*competencies: “Paediatric dispensing”: not for a registrant type/)
  })

  test('refuses a citation whose reference has gone', async () => {
    const block = paragraph('p1', 'As shown before')
    const cites = (work: string) => ({
      ...block,
      children: [...block.children, { _type: 'citation', _key: 'c1', work }],
    })
    expect(await validate(article({ body: [cites('w1')] }), dataset)).toEqual([])
    const faults = await validate(article({ body: [cites('gone')] }), dataset)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(/^error body\..*work: This citation points at a reference that is no longer/)
  })

  test('asks for the alternative text of a figure', async () => {
    const figure = {
      _type: 'figure',
      _key: 'f1',
      image: { _type: 'image', asset: ref('image-abc-100x100-png') },
      caption: 'Limbal injection',
    }
    const asset = { _id: 'image-abc-100x100-png', _type: 'sanity.imageAsset' }
    expect(await validate(article({ body: [figure] }), [...dataset, asset])).toEqual([
      'error body.[f1].alt: Write the alternative text: say what the figure shows to somebody who cannot see it.',
    ])
  })

  test('warns of a sub-heading above the first heading', async () => {
    const faults = await validate(article({ body: [paragraph('h', 'Signs', 'h3')] }), dataset)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(/^warning body.*Make it a heading/)
  })

  test.each([
    'C-1386',
    'C-1386100',
    'c-13861',
    'C-13861 WXYZ',
    'C-13861 o',
    'C-13861 O/',
    '13861',
    'C-13861  O',
  ])('refuses %s as the original reference', async (originalReference) => {
    const republication = { _type: 'republication', firstPublished: '2019-05-01', originalReference }
    const faults = await validate(article({ republication }), dataset)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(/^error republication.originalReference: Write the reference as printed/)
  })

  test.each(['C-77198', 'C-138610', 'C-13861 O/D/CL', 'C-13861 TP', 'C-13861 PH/O'])(
    'accepts %s as the original reference',
    async (originalReference) => {
      const republication = { _type: 'republication', firstPublished: '2019-05-01', originalReference }
      expect(await validate(article({ republication }), dataset)).toEqual([])
    },
  )
})
