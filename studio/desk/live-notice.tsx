import { Button, Card, Flex, Spinner, Stack, Text } from '@sanity/ui'
import type { LiveAnswer } from './use-live-query.ts'

/** What stands in place of a list while it is being looked up, or above it when that failed; nothing otherwise. */
export function LiveNotice({ answer }: { answer: LiveAnswer<unknown> }) {
  if (answer.status === 'ready') return null
  if (answer.status === 'loading') {
    return (
      <Flex align="center" gap={3} padding={4} role="status">
        <Spinner muted />
        <Text size={1}>Looking …</Text>
      </Flex>
    )
  }
  return (
    <Card border padding={4} radius={2} role="alert" tone="critical">
      <Stack gap={4}>
        <Text size={1} weight="semibold">
          {answer.value === undefined
            ? 'This could not be loaded'
            : 'This may be out of date: the connection failed'}
        </Text>
        <Text size={1}>Check your connection, then try again.</Text>
        <Flex>
          <Button fontSize={1} onClick={answer.retry} padding={3} text="Try again" />
        </Flex>
      </Stack>
    </Card>
  )
}
