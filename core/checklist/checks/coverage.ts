import type { TypeGroup, UnitRow } from '../../coverage/matrix.ts'
import type { PackContent, Subject } from '../content.ts'
import { advice, type CheckRule, missing } from '../finding.ts'
import type { Finding } from '../model.ts'

const complete: CheckRule = {
  code: 'coverage-complete',
  group: 'coverage',
  title: 'Every competency is covered for every registrant type',
  find(content) {
    const { matrix, framework } = content
    if (framework !== undefined && matrix.units === 0) {
      return [
        missing(
          framework,
          '',
          'The framework has no competencies.',
          'Add them, each with its registrant type, or choose another framework for the pack.',
        ),
      ]
    }
    return rowsOf(content).flatMap(({ group, row, unit }) =>
      row.state === 'gap'
        ? missing(
            unit,
            '',
            `No item covers it for the type ${group.type.title}.`,
            'Name it in a learning objective of an item that is for this type.',
          )
        : [],
    )
  },
}

const single: CheckRule = {
  code: 'coverage-single',
  group: 'coverage',
  title: 'No competency depends on one item alone',
  find: (content) =>
    rowsOf(content).flatMap(({ group, row, unit }) => {
      if (row.state !== 'single') return []
      const only = content.items.find(({ id }) => isCounted(row.marks.get(id)))
      return advice(
        unit,
        '',
        `For the type ${group.type.title} only “${only?.title ?? 'one item'}” covers it: a member who took that one when it was first published may not claim it again.`,
        'Cover it by a second item if you can.',
      )
    }),
}

const points: CheckRule = {
  code: 'coverage-points',
  group: 'coverage',
  title: 'Every registrant type can earn points',
  find: ({ matrix, pack }) =>
    matrix.groups.flatMap(({ type, points: { next } }): Finding[] =>
      next > 0
        ? []
        : [
            missing(
              pack,
              'items',
              `Registrants of the type ${type.title} can earn no points.`,
              'Add an item with an exam that is for them.',
            ),
          ],
    ),
}

/** What must hold of the pack against its framework. */
export const coverageChecks: readonly CheckRule[] = [complete, single, points]

function rowsOf({ matrix, subject }: PackContent): { group: TypeGroup; row: UnitRow; unit: Subject }[] {
  return matrix.groups.flatMap((group) =>
    group.rows.flatMap((row) => {
      const unit = subject(row.unit.id)
      return unit === undefined ? [] : [{ group, row, unit }]
    }),
  )
}

function isCounted(mark: string | undefined): boolean {
  return mark === 'published' || mark === 'draft'
}
