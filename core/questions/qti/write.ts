import { defaultName } from '../default-name.ts'
import type { Question } from '../question.ts'
import { shareOf } from '../settle.ts'
import { type XmlNode, xmlDeclaration, xmlOf } from '../xml/write.ts'

const itemNamespace = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0'
const itemSchema = 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0p1_v1p0.xsd'
const packageNamespace = 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1'
const packageSchema = 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd'
const lomNamespace = 'http://ltsc.ieee.org/xsd/LOM'
const lomSchema = 'https://purl.imsglobal.org/spec/md/v1p3/schema/xsd/imsmd_loose_v1p3p2.xsd'
const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance'

/**
 * A question as an item of QTI 3.0.
 *
 * Feedback of a choice stands inside it and appears when it is chosen; feedback of the question appears after every
 * answer. Shares of the mark, where there are some, are a mapping.
 *
 * @param identifier - an NCName
 * @param image - where the image stands, seen from the item
 */
export function qtiItemOf(question: Question, identifier: string, image: string | undefined): string {
  const { title, stem, choices, feedback } = question
  const cardinality = question.type
  const named = choices.map((choice, index) => ({ ...choice, choice, identifier: `choice_${index + 1}` }))
  const correct = named.filter((each) => each.correct)
  const explained = named.some((each) => each.feedback !== undefined)
  const weighted = named.some((each) => each.fraction !== undefined)
  const item: XmlNode = [
    'qti-assessment-item',
    {
      xmlns: itemNamespace,
      'xmlns:xsi': schemaInstance,
      'xsi:schemaLocation': `${itemNamespace} ${itemSchema}`,
      identifier,
      title: title ?? defaultName(stem),
      adaptive: 'false',
      'time-dependent': 'false',
      'xml:lang': 'en',
    },
    [
      'qti-response-declaration',
      { identifier: 'RESPONSE', cardinality, 'base-type': 'identifier' },
      ['qti-correct-response', {}, ...correct.map((each): XmlNode => ['qti-value', {}, each.identifier])],
      weighted
        ? [
            'qti-mapping',
            { 'default-value': '0' },
            ...named.map(
              ({ choice, identifier }): XmlNode => [
                'qti-map-entry',
                {
                  'map-key': identifier,
                  'mapped-value': String(Number((shareOf(question, choice) / 100).toFixed(7))),
                },
              ],
            ),
          ]
        : undefined,
    ],
    outcome('SCORE', 'single', 'float', '0'),
    explained ? outcome('FEEDBACK', cardinality, 'identifier') : undefined,
    feedback === undefined ? undefined : outcome('EXPLANATION', 'single', 'identifier', 'general'),
    [
      'qti-item-body',
      {},
      ...paragraphs(stem),
      image === undefined ? undefined : ['p', {}, ['img', { src: image, alt: question.image?.alt ?? '' }]],
      [
        'qti-choice-interaction',
        {
          'response-identifier': 'RESPONSE',
          shuffle: question.fixedOrder === true ? 'false' : 'true',
          'max-choices': question.type === 'single' ? '1' : '0',
        },
        ...named.map(
          ({ identifier, text, feedback }): XmlNode => [
            'qti-simple-choice',
            { identifier },
            ...inline(text),
            feedback === undefined
              ? undefined
              : [
                  'qti-feedback-inline',
                  { 'outcome-identifier': 'FEEDBACK', identifier, 'show-hide': 'show' },
                  ...inline(feedback),
                ],
          ],
        ),
      ],
    ],
    ['qti-response-processing', {}, ...processing(weighted, explained)],
    feedback === undefined
      ? undefined
      : [
          'qti-modal-feedback',
          { 'outcome-identifier': 'EXPLANATION', identifier: 'general', 'show-hide': 'show' },
          ['qti-content-body', {}, ...paragraphs(feedback)],
        ],
  ]
  return `${xmlDeclaration}${xmlOf(item)}\n`
}

/** A resource of a content package. */
export type QtiResource = {
  readonly identifier: string
  readonly href: string
  readonly image: string | undefined
  readonly tags: readonly string[]
}

/** The beginning of a package's manifest, up to its resources. */
export const manifestHead = `${xmlDeclaration}<manifest xmlns="${packageNamespace}" xmlns:xsi="${schemaInstance}" xsi:schemaLocation="${packageNamespace} ${packageSchema} ${lomNamespace} ${lomSchema}" identifier="questions"><metadata><schema>QTI Package</schema><schemaversion>3.0.1</schemaversion></metadata><organizations/><resources>\n`
/** The end of a package's manifest. */
export const manifestFoot = '</resources></manifest>\n'

/** The lines of a manifest that tell of one item. */
export function manifestEntry({ identifier, href, image, tags }: QtiResource): string {
  const entry: XmlNode = [
    'resource',
    { identifier, type: 'imsqti_item_xmlv3p0', href },
    tags.length === 0
      ? undefined
      : [
          'metadata',
          {},
          [
            'lom',
            { xmlns: lomNamespace },
            [
              'general',
              {},
              ...tags.map((tag): XmlNode => ['keyword', {}, ['string', { language: 'en' }, tag]]),
            ],
          ],
        ],
    ['file', { href }],
    image === undefined ? undefined : ['file', { href: image }],
  ]
  return `${xmlOf(entry)}\n`
}

function outcome(identifier: string, cardinality: string, type: string, value?: string): XmlNode {
  return [
    'qti-outcome-declaration',
    { identifier, cardinality, 'base-type': type },
    value === undefined ? undefined : ['qti-default-value', {}, ['qti-value', {}, value]],
  ]
}

function processing(weighted: boolean, explained: boolean): XmlNode[] {
  const variable: XmlNode = ['qti-variable', { identifier: 'RESPONSE' }]
  const score = (value: XmlNode): XmlNode => ['qti-set-outcome-value', { identifier: 'SCORE' }, value]
  const scoring: XmlNode = weighted
    ? score(['qti-map-response', { identifier: 'RESPONSE' }])
    : [
        'qti-response-condition',
        {},
        [
          'qti-response-if',
          {},
          ['qti-match', {}, variable, ['qti-correct', { identifier: 'RESPONSE' }]],
          score(['qti-base-value', { 'base-type': 'float' }, '1']),
        ],
        ['qti-response-else', {}, score(['qti-base-value', { 'base-type': 'float' }, '0'])],
      ]
  return [
    scoring,
    ...(explained ? [['qti-set-outcome-value', { identifier: 'FEEDBACK' }, variable] as XmlNode] : []),
  ]
}

/** Text as paragraphs, with breaks where a line ends. */
function paragraphs(text: string): XmlNode[] {
  return [['p', {}, ...inline(text)]]
}

function inline(text: string): (XmlNode | string)[] {
  return text.split('\n').flatMap((line, index) => {
    const spaced = line
      .replace(/^ +/, (run) => '\u00a0'.repeat(run.length))
      .replace(/ {2,}/g, (run) => `${'\u00a0'.repeat(run.length - 1)} `)
    return index === 0 ? [spaced] : [['br', {}] as XmlNode, spaced]
  })
}
