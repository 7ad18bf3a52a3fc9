import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { CircleIcon } from '@sanity/icons/Circle'
import { Box, Card, Checkbox, Flex, Stack, Text } from '@sanity/ui'
import { useId } from 'react'
import type { LintFinding } from '../../../core/index.ts'
import { lostInExam } from '../../../core/questions/index.ts'
import { FindingText } from '../../inputs/question-check/finding-text.tsx'
import type { FoundQuestion } from './read-source.ts'

/** What no exam has, so that nobody misses it. */
const EXPECTED: ReadonlySet<string> = new Set(['left-out/title', 'left-out/tags'])

/** A question as it would be imported, with a box to tick and what the lints say about it. */
export function QuestionPreview({
  found,
  findings,
  chosen,
  onChoose,
}: {
  readonly found: FoundQuestion
  readonly findings: readonly LintFinding[]
  readonly chosen: boolean
  readonly onChoose: (chosen: boolean) => void
}) {
  const id = useId()
  const { question, line } = found
  const lost = lostInExam(question).filter(({ code }) => !EXPECTED.has(code))
  return (
    <Card border padding={3} radius={2}>
      <Flex align="flex-start" gap={3}>
        <Checkbox
          aria-describedby={`${id}-choices`}
          checked={chosen}
          id={id}
          onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
        />
        <Stack flex={1} gap={3} style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Text as="label" htmlFor={id} size={1} style={{ whiteSpace: 'pre-wrap' }} weight="medium">
            {question.stem}
          </Text>
          <Stack as="ul" gap={3} id={`${id}-choices`} margin={0} padding={0} style={{ listStyle: 'none' }}>
            {question.choices.map((choice, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two choices may be equal, and the list never changes
              <li key={place}>
                <Flex align="flex-start" gap={2}>
                  <Text aria-hidden muted={!choice.correct} size={1}>
                    {choice.correct ? <CheckmarkCircleIcon /> : <CircleIcon />}
                  </Text>
                  <Stack flex={1} gap={2}>
                    <Text size={1}>
                      {choice.text}
                      {choice.correct && <strong> (correct)</strong>}
                    </Text>
                    {choice.feedback !== undefined && (
                      <Text muted size={1}>
                        {choice.feedback}
                      </Text>
                    )}
                  </Stack>
                </Flex>
              </li>
            ))}
          </Stack>
          {question.image !== undefined && (
            <Box>
              <img
                alt={question.image.alt ?? ''}
                src={`data:${question.image.mediaType};base64,${question.image.data}`}
                style={{ maxHeight: 120, maxWidth: '100%' }}
              />
            </Box>
          )}
          <Text muted size={1}>
            From line {line}
            {question.type === 'multiple' && ' · several correct choices'}
            {question.fixedOrder === true && ' · choices keep their order'}
          </Text>
          {lost.map(({ code, message, remedy }) => (
            <Text key={code} muted size={1}>
              {message} {remedy}
            </Text>
          ))}
          {findings.length > 0 && (
            <Stack as="ul" gap={3} margin={0} padding={0} style={{ listStyle: 'none' }}>
              {findings.map((finding) => (
                <li key={`${finding.code} ${finding.choice ?? ''} ${finding.field}`}>
                  <FindingText finding={finding} />
                </li>
              ))}
            </Stack>
          )}
        </Stack>
      </Flex>
    </Card>
  )
}
