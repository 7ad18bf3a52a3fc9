import { looksLikeHtml } from '../html.ts'
import type { Question } from '../question.ts'
import { shareOf } from '../settle.ts'
import { escapeGift } from './block.ts'

/** A question as GIFT, with the blank line that ends it. */
export function giftOf(question: Question): string {
  const { title, stem, tags, feedback } = question
  const comment = tags === undefined ? '' : `// ${tags.map((tag) => `[tag:${tagText(tag)}]`).join(' ')}\n`
  // What would be taken for HTML is marked as plain text; answers and feedback take the kind of the question.
  const plain = [
    stem,
    feedback ?? '',
    ...question.choices.flatMap((each) => [each.text, each.feedback ?? '']),
  ].some(looksLikeHtml)
  const name = title === undefined ? '' : `::${escapeGift(title)}::`
  const marker = plain || (name === '' && stem.startsWith('//')) ? '[plain]' : ''
  const head = `${comment}${name}${marker === '' ? textOf(stem) : `${marker}${escapeGift(stem)}`}`
  return `${head}{${isTrueFalse(question) ? trueFalseAnswer(question) : choicesAnswer(question)}}\n\n`
}

/** Whether a question is what GIFT and Moodle call true/false. */
export function isTrueFalse({ type, choices, fixedOrder }: Question): boolean {
  const [yes, no] = choices
  return (
    type === 'single' &&
    fixedOrder === true &&
    choices.length === 2 &&
    yes?.text === 'True' &&
    no?.text === 'False' &&
    choices.every((choice) => choice.fraction === undefined)
  )
}

function trueFalseAnswer({ choices, feedback }: Question): string {
  const right = textOf(choices.find((choice) => choice.correct)?.feedback ?? '')
  const wrong = textOf(choices.find((choice) => !choice.correct)?.feedback ?? '')
  const answer = choices[0]?.correct === true ? 'TRUE' : 'FALSE'
  const why = right !== '' ? `#${wrong}#${right}` : wrong !== '' ? `#${wrong}` : ''
  return `${answer}${why}${feedback === undefined ? '' : `####${textOf(feedback)}`}`
}

function choicesAnswer(question: Question): string {
  const lines = question.choices.map((choice) => {
    const { text, correct, feedback } = choice
    const share = shareOf(question, choice)
    const sign =
      question.type === 'single' && correct ? '=' : share === 0 ? '~' : `~%${Number(share.toFixed(5))}%`
    // A choice that begins like a weight must not be taken for one.
    const words = /^%-?[0-9]/.test(text) ? `[plain]${escapeGift(text)}` : textOf(text)
    return `\t${sign}${words}${feedback === undefined ? '' : `#${textOf(feedback)}`}\n`
  })
  const general = question.feedback === undefined ? '' : `\t####${textOf(question.feedback)}\n`
  return `\n${lines.join('')}${general}`
}

function textOf(text: string): string {
  const marker = /^\[(html|moodle|plain|markdown)\]/.test(text) ? '[plain]' : ''
  return marker + escapeGift(text)
}

// Moodle's tags know none of these signs.
function tagText(tag: string): string {
  return tag.replace(/[<>`]/g, '').replace(/\]/g, '\\]')
}
