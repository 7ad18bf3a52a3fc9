import { Box, Button, Card, Checkbox, Flex, Stack, Text } from '@sanity/ui'
import { useId, useState } from 'react'
import { consequenceOf, type ExamChanges, type ExamPart, type ExamUse } from '../../core/index.ts'
import { counted } from '../../schemas/preview.ts'
import type { KnownUse } from './exam-use.ts'

/** Says what publishing would change and what that means for members, and offers to ask for a regrade. */
export function ExamChangesContent({
  changes,
  known,
  onRegrade,
}: {
  changes: ExamChanges
  known: KnownUse
  onRegrade: (wanted: boolean) => void
}) {
  const id = useId()
  // Kept here as well: an action's own state comes back only after a round through Studio, and the tick would lag.
  const [regrade, setRegrade] = useState(false)
  return (
    <Stack gap={5}>
      <Card border padding={3} radius={2} tone="caution">
        <Stack gap={3}>
          <Text as="p" size={1} weight="semibold">
            {known.kind === 'known'
              ? sentenceOf(known.use)
              : 'Studio cannot tell how this exam has been used.'}
          </Text>
          <Text as="p" size={1}>
            {known.kind === 'known'
              ? currentVersionOf(known.use)
              : `${known.why} The exam is treated as one that members have sat.`}
          </Text>
        </Stack>
      </Card>
      <Text as="p" size={1}>
        Publishing makes a new exam version. Every attempt that was sent keeps the result of the version that
        the member saw.
      </Text>
      {byPart(changes).map(([part, whats]) => (
        <Stack as="section" key={part} gap={4}>
          <Stack as="ul" gap={3} paddingLeft={4}>
            {whats.map((what) => (
              <Text
                as="li"
                key={what}
                size={1}
                weight="semibold"
                style={{ display: 'list-item', listStyle: 'disc' }}
              >
                {what}
              </Text>
            ))}
          </Stack>
          <Text as="p" size={1}>
            {consequenceOf(part)}
          </Text>
        </Stack>
      ))}
      {changes.regradable && (
        <Card border padding={3} radius={2}>
          <Flex gap={3}>
            <Box>
              <Checkbox
                id={id}
                checked={regrade}
                onChange={({ currentTarget }) => {
                  setRegrade(currentTarget.checked)
                  onRegrade(currentTarget.checked)
                }}
                aria-describedby={`${id}-means`}
              />
            </Box>
            <Stack flex={1} gap={3}>
              <Text as="label" htmlFor={id} size={1} weight="semibold">
                Ask for a regrade of earlier attempts
              </Text>
              <Text as="p" id={`${id}-means`} size={1}>
                The request is listed under “Needs attention”. Officers carry it out afterwards: publishing
                itself regrades nothing.
              </Text>
            </Stack>
          </Flex>
        </Card>
      )}
    </Stack>
  )
}

/** The two ways out of the dialog. Publishing is disabled while Studio would not do it, such as after an invalid edit. */
export function ExamChangesFooter({
  disabled,
  onCancel,
  onPublish,
}: {
  disabled: boolean
  onCancel: () => void
  onPublish: () => void
}) {
  return (
    <Flex gap={2} justify="flex-end" wrap="wrap">
      <Button mode="ghost" onClick={onCancel} text="Cancel" />
      <Button disabled={disabled} onClick={onPublish} text="Publish a new version" />
    </Flex>
  )
}

function sentenceOf({ attempts, members, passed }: ExamUse): string {
  return `${counted(members, 'member has', 'members have')} sent ${counted(attempts, 'attempt')}; ${passed} passed.`
}

function currentVersionOf({ attempts, attemptsAtCurrentVersion, versions }: ExamUse): string {
  return attempts === attemptsAtCurrentVersion
    ? 'Every attempt saw the version that the site shows now.'
    : `${attemptsAtCurrentVersion} of the attempts saw the version that the site shows now; there have been ${counted(versions, 'version')} so far.`
}

/** Changes that have the same consequence belong together; parts stand in the order of their first change. */
function byPart({ changes }: ExamChanges): [ExamPart, string[]][] {
  const parts = new Map<ExamPart, string[]>()
  for (const { part, what } of changes) parts.set(part, [...(parts.get(part) ?? []), what])
  return Array.from(parts)
}
