import {
  canonicalJson,
  type EditedChoice,
  type EditedExam,
  type EditedQuestion,
  type Json,
} from '../../core/index.ts'

/**
 * Reads a document of type `exam` for comparison. Whatever is missing or of another kind than the schema says stays
 * missing: a draft may be half written.
 *
 * @param document - the document as Studio holds it
 */
export function readExam(document: Readonly<Record<string, unknown>>): EditedExam {
  return {
    title: text(document['title']),
    introduction: text(document['introduction']),
    passMark: number(document['passMark']),
    maxAttempts: number(document['maxAttempts']),
    points: number(document['points']),
    pointType: text(document['pointType']),
    feedback: text(document['feedback']),
    questions: members(document['questions']).map(readQuestion),
  }
}

function readQuestion(question: Member): EditedQuestion {
  const { image, fixedOrder } = question
  return {
    key: question._key,
    stem: text(question['stem']),
    kind: text(question['kind']),
    choices: members(question['choices']).map(readChoice),
    look: canonicalJson({ fixedOrder: fixedOrder === true, image: plain(image) }),
  }
}

function readChoice(choice: Member): EditedChoice {
  return {
    key: choice._key,
    text: text(choice['text']),
    correct: choice['correct'] === true,
    rationale: text(choice['rationale']),
  }
}

type Member = Readonly<Record<string, unknown>> & { readonly _key: string }

function members(list: unknown): Member[] {
  return Array.isArray(list) ? list.filter(isMember) : []
}

function isMember(value: unknown): value is Member {
  return typeof value === 'object' && value !== null && '_key' in value && typeof value._key === 'string'
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

/** Any part of a document as JSON, with nothing for what JSON does not have. */
function plain(value: unknown): Json {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json)
}
