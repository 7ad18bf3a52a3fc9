import { defaultName } from '../default-name.ts'
import { isTrueFalse } from '../gift/write.ts'
import { escapeHtml, htmlOf } from '../html.ts'
import type { Question } from '../question.ts'
import { shareOf } from '../settle.ts'
import { type XmlNode, xmlDeclaration, xmlOf } from '../xml/write.ts'

/** What stands before the first question. */
export const moodleXmlHead = `${xmlDeclaration}<quiz>\n`
/** What stands after the last question. */
export const moodleXmlFoot = '</quiz>\n'

/** A question as an element of Moodle XML. */
export function moodleXmlOf(question: Question): string {
  const { title, stem, image, feedback, tags } = question
  const node: XmlNode = [
    'question',
    { type: isTrueFalse(question) ? 'truefalse' : 'multichoice' },
    // Moodle wants a name; without one of our own it is the beginning of the question, as Moodle itself does it.
    ['name', {}, ['text', {}, title ?? defaultName(stem)]],
    image === undefined
      ? plain('questiontext', stem)
      : [
          'questiontext',
          { format: 'html' },
          ['text', {}, `<p>${htmlOf(stem)}</p><p>${imageTag(image.name, image.alt)}</p>`],
          ['file', { name: image.name, path: '/', encoding: 'base64' }, image.data],
        ],
    plain('generalfeedback', feedback ?? ''),
    ['defaultgrade', {}, '1'],
    ['penalty', {}, isTrueFalse(question) ? '1' : '0.3333333'],
    ['hidden', {}, '0'],
    ...(isTrueFalse(question) ? trueFalseAnswers(question) : choiceAnswers(question)),
    tags && ['tags', {}, ...tags.map((tag): XmlNode => ['tag', {}, ['text', {}, tag]])],
  ]
  return `${xmlOf(node)}\n`
}

function choiceAnswers(question: Question): XmlNode[] {
  return [
    ['single', {}, question.type === 'single' ? 'true' : 'false'],
    ['shuffleanswers', {}, question.fixedOrder === true ? 'false' : 'true'],
    ['answernumbering', {}, 'abc'],
    ...question.choices.map((choice) =>
      answer(choice.text, Number(shareOf(question, choice).toFixed(5)), choice.feedback, 'plain_text'),
    ),
  ]
}

function trueFalseAnswers({ choices }: Question): XmlNode[] {
  return choices.map(({ text, correct, feedback }) =>
    answer(text.toLowerCase(), correct ? 100 : 0, feedback, 'moodle_auto_format'),
  )
}

function answer(text: string, fraction: number, feedback: string | undefined, format: string): XmlNode {
  return [
    'answer',
    { fraction: String(fraction), format },
    ['text', {}, text],
    plain('feedback', feedback ?? ''),
  ]
}

function plain(name: string, text: string): XmlNode {
  return [name, { format: 'plain_text' }, ['text', {}, text]]
}

function imageTag(name: string, alt = ''): string {
  return `<img src="@@PLUGINFILE@@/${encodeURIComponent(name)}" alt="${escapeHtml(alt)}" />`
}
