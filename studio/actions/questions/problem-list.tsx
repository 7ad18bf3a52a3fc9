import { Badge, Card, Flex, Heading, Stack, Text } from '@sanity/ui'
import type { QuestionProblem } from '../../../core/questions/index.ts'

/** What could not be converted, or only in part, each with its place in the file. */
export function ProblemList({
  problems,
  placed = true,
}: {
  readonly problems: readonly QuestionProblem[]
  /** Whether a problem's line is one of a file; of a problem of writing it is the question's number. */
  readonly placed?: boolean
}) {
  if (problems.length === 0) return null
  return (
    <Stack as="section" gap={3} aria-label="Problems">
      <Heading as="h3" size={0}>
        {problems.length === 1 ? 'One problem' : `${problems.length} problems`}
      </Heading>
      <Stack as="ul" gap={2} margin={0} padding={0} style={{ listStyle: 'none' }}>
        {problems.map((problem, index) => {
          const error = problem.severity === 'error'
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: one place of a file may have the same problem twice, and the list never changes
            <li key={index}>
              <Card border padding={3} radius={2} tone={error ? 'critical' : 'caution'}>
                <Flex align="flex-start" gap={3}>
                  <Badge
                    as="span"
                    fontSize={0}
                    style={{ flexShrink: 0 }}
                    tone={error ? 'critical' : 'caution'}
                  >
                    {error ? 'Left out' : 'Note'}
                  </Badge>
                  <Stack gap={3} style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                    <Text size={1} weight="medium">
                      {placed ? `Line ${problem.line}, column ${problem.column}` : `Question ${problem.line}`}
                    </Text>
                    {problem.excerpt !== '' && (
                      <Text size={1} muted>
                        <code>{problem.excerpt}</code>
                      </Text>
                    )}
                    <Text size={1}>{problem.message}</Text>
                    <Text size={1} muted>
                      {problem.remedy}
                    </Text>
                  </Stack>
                </Flex>
              </Card>
            </li>
          )
        })}
      </Stack>
    </Stack>
  )
}
