import { numberOf, objectsOf, refsOf, textOf } from '../../content/values.ts'
import { lintExam, lintedExamOf } from '../../questions/lint/index.ts'
import { sameToAReader } from '../../questions/lint/text.ts'
import type { Item, Subject } from '../content.ts'
import { advice, type CheckRule, member, missing } from '../finding.ts'
import type { Finding } from '../model.ts'

const exam: CheckRule = {
  code: 'item-exam',
  group: 'exams',
  title: 'Every item has an exam of its own',
  find({ items }) {
    const owners = new Map<string, Item>()
    return items.flatMap((item) => {
      if (item.examId === undefined) {
        return missing(item, 'exam', 'It has no exam.', 'Choose or create the exam that belongs to it.')
      }
      if (item.exam === undefined) {
        return missing(
          item,
          'exam',
          `Its exam “${item.examId}” does not exist any more.`,
          'Choose another, or create one.',
        )
      }
      const owner = owners.get(item.examId)
      owners.set(item.examId, owner ?? item)
      if (owner === undefined) return []
      return missing(
        item,
        'exam',
        `It shares its exam with “${owner.title}”, and points are awarded once.`,
        'Choose or create another exam.',
      )
    })
  },
}

const objective: CheckRule = {
  code: 'exam-objective',
  group: 'exams',
  title: 'Every exam has a learning objective that counts towards the framework',
  find({ items, matrix }) {
    const units = new Set(matrix.groups.flatMap(({ rows }) => rows.map(({ unit }) => unit.id)))
    return items.flatMap((item): Finding[] => {
      const objectives = objectsOf(item.document['learningObjectives'])
      if (objectives.length === 0) {
        return [
          missing(
            item,
            'learningObjectives',
            'It has no learning objective, so its exam tests nothing that is named.',
            'Add at least one, with the competencies that it counts towards.',
          ),
        ]
      }
      const faults = objectives.flatMap((each) => objectiveFaults(item, each))
      const counts = objectives.some(({ competencies }) => refsOf(competencies).some((id) => units.has(id)))
      if (faults.length > 0 || counts || units.size === 0) return faults
      return [
        missing(
          item,
          'learningObjectives',
          'None of its competencies belongs to the pack’s framework.',
          'Choose competencies of that framework.',
        ),
      ]
    })
  },
}

function objectiveFaults(
  item: Item,
  { _key, text, competencies }: Readonly<Record<string, unknown>>,
): Finding[] {
  const faults: Finding[] = []
  if (textOf(text) === '') {
    faults.push(
      missing(
        item,
        member('learningObjectives', _key, 'text'),
        'A learning objective has no text.',
        'Write what a registrant will be able to do afterwards.',
      ),
    )
  }
  if (refsOf(competencies).length === 0) {
    faults.push(
      missing(
        item,
        member('learningObjectives', _key, 'competencies'),
        'A learning objective counts towards no competency.',
        'Choose at least one.',
      ),
    )
  }
  return faults
}

const published: CheckRule = {
  code: 'exams-published',
  group: 'exams',
  title: 'Every exam has been published, and has no unpublished changes',
  find: ({ exams }) =>
    exams.flatMap((each) => {
      if (!each.everPublished) {
        return missing(
          each,
          '',
          'This exam is only a draft.',
          'Publish it: an item can be published with a published exam only.',
        )
      }
      if (each.state === 'published') return []
      return advice(
        each,
        '',
        'This exam has changes that members do not see yet.',
        'Publish or discard them.',
      )
    }),
}

const questions: CheckRule = {
  code: 'exam-questions',
  group: 'exams',
  title: 'Every exam has questions',
  find: ({ exams }) =>
    exams.flatMap((each) =>
      objectsOf(each.document['questions']).length > 0
        ? []
        : missing(each, 'questions', 'The exam has no questions.', 'Write or import them.'),
    ),
}

const points: CheckRule = {
  code: 'exam-points',
  group: 'exams',
  title: 'Every exam earns points, and says when it is passed',
  find: ({ exams }) =>
    exams.flatMap((each) => {
      const { document } = each
      const faults: Finding[] = []
      if ((numberOf(document['points']) ?? 0) <= 0) {
        faults.push(
          missing(each, 'points', 'A pass earns no points.', 'Write how many points a pass earns, above 0.'),
        )
      }
      if (numberOf(document['passMark']) === undefined) {
        faults.push(
          missing(each, 'passMark', 'The pass mark is not given.', 'Write a percentage from 1 to 100.'),
        )
      }
      if ((numberOf(document['maxAttempts']) ?? 0) < 1) {
        faults.push(
          missing(
            each,
            'maxAttempts',
            'The number of attempts is not given.',
            'Write a number from 1 to 10.',
          ),
        )
      }
      return faults
    }),
}

const repeated: CheckRule = {
  code: 'exam-repeated-questions',
  group: 'exams',
  title: 'No question is asked in two exams',
  find({ exams }) {
    const first = new Map<string, Subject>()
    return exams.flatMap((each) =>
      objectsOf(each.document['questions']).flatMap((question, index) => {
        const text = sameToAReader(textOf(question['stem']))
        if (text === '') return []
        const earlier = first.get(text)
        first.set(text, earlier ?? each)
        // A question that is asked twice in the same exam is for the lints to say.
        if (earlier === undefined || earlier.id === each.id) return []
        return advice(
          each,
          member('questions', question['_key'], 'stem'),
          `Question ${index + 1} is asked in “${earlier.title}” as well.`,
          'Rewrite one of the two, or remove it.',
        )
      }),
    )
  },
}

const lints: CheckRule = {
  code: 'exam-lints',
  group: 'exams',
  title: 'Every question can be answered, and gives nothing away',
  find: ({ exams }) =>
    exams.flatMap((each) => {
      const linted = lintedExamOf(each.document)
      const numbers = new Map(linted.questions.map(({ key }, index) => [key, index + 1]))
      return lintExam(linted).map(({ level, question, choice, field, message, remedy }) => {
        const inQuestion = choice === undefined ? field : member('choices', choice, field)
        return (level === 'error' ? missing : advice)(
          each,
          question === undefined ? field : member('questions', question, inQuestion),
          question === undefined ? message : `Question ${numbers.get(question)}: ${message}`,
          remedy,
        )
      })
    }),
}

/** What must hold of the items' exams. */
export const examChecks: readonly CheckRule[] = [
  exam,
  objective,
  published,
  questions,
  points,
  lints,
  repeated,
]
