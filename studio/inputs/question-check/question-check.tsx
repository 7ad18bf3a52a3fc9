import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { ChevronDownIcon } from '@sanity/icons/ChevronDown'
import { ChevronUpIcon } from '@sanity/icons/ChevronUp'
import { Button, Card, Flex, Heading, Stack, Text } from '@sanity/ui'
import { useId, useState } from 'react'
import type { LintedExam, LintFinding } from '../../../core/index.ts'
import { FindingText, toneOf } from './finding-text.tsx'
import { countedFindings, grouped } from './grouped.ts'

/**
 * What a reviewer would say about the exam, question by question. Each finding is a button that leads to the field where
 * it is mended.
 */
export function QuestionCheck({
  exam,
  findings,
  onOpen,
}: {
  readonly exam: LintedExam
  readonly findings: readonly LintFinding[]
  readonly onOpen: (finding: LintFinding) => void
}) {
  const id = useId()
  const [folded, setFolded] = useState(false)
  const begun = exam.questions.length > 0
  const clean = findings.length === 0
  return (
    <Card
      as="section"
      aria-labelledby={`${id}-title`}
      border
      padding={3}
      radius={2}
      data-testid="question-check"
    >
      <Flex align="center" gap={3} justify="space-between">
        <Stack gap={2}>
          <Heading as="h3" id={`${id}-title`} size={0}>
            Question check
          </Heading>
          <Flex align="center" gap={2}>
            {begun && clean && (
              <Text size={1} aria-hidden>
                <CheckmarkCircleIcon />
              </Text>
            )}
            <Text size={1} muted role="status">
              {begun ? countedFindings(findings) : 'Nothing to check yet: add a question.'}
            </Text>
          </Flex>
        </Stack>
        {!clean && (
          <Button
            aria-controls={`${id}-findings`}
            aria-expanded={!folded}
            fontSize={1}
            icon={folded ? ChevronDownIcon : ChevronUpIcon}
            mode="bleed"
            onClick={() => setFolded(!folded)}
            padding={3}
            text={folded ? 'Show' : 'Hide'}
          />
        )}
      </Flex>
      {!clean && !folded && (
        <Stack gap={4} id={`${id}-findings`} marginTop={4}>
          {grouped(exam, findings).map(({ key, title, findings: members }) => (
            <Stack gap={3} key={key}>
              <Heading as="h4" size={0} style={{ overflowWrap: 'anywhere' }}>
                {title}
              </Heading>
              <Stack as="ul" gap={2} padding={0} margin={0} style={{ listStyle: 'none' }}>
                {members.map((finding) => (
                  <li key={`${finding.code} ${finding.choice ?? ''} ${finding.field}`}>
                    <Card
                      __unstable_focusRing
                      as="button"
                      border
                      onClick={() => onOpen(finding)}
                      padding={3}
                      radius={2}
                      style={{ width: '100%' }}
                      tone={toneOf(finding)}
                      type="button"
                    >
                      <FindingText finding={finding} />
                    </Card>
                  </li>
                ))}
              </Stack>
            </Stack>
          ))}
        </Stack>
      )}
    </Card>
  )
}
