import { Flex, Text } from '@sanity/ui'
import type { Mark } from '../../core/coverage/matrix.ts'
import { MarkSymbol } from './symbols.tsx'

const entries: readonly (readonly [Mark, string])[] = [
  ['published', 'Covered, published'],
  ['draft', 'Covered by a draft only'],
  ['leaving', 'Published, removed in the draft'],
  ['outside', 'Named, but not for this type'],
]

/** What the symbols in the cells mean. */
export function Legend() {
  return (
    <ul className="coverage-legend" aria-label="Legend">
      {entries.map(([mark, text]) => (
        <Flex as="li" key={mark} align="center" gap={2}>
          <MarkSymbol mark={mark} />
          <Text size={1} muted>
            {text}
          </Text>
        </Flex>
      ))}
    </ul>
  )
}
