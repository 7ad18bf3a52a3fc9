import { RetryIcon } from '@sanity/icons/Retry'
import { Button, Card, Flex, Spinner, Stack, Text } from '@sanity/ui'
import type { ReactNode } from 'react'
import type { LiveState } from './live-documents.ts'

/**
 * What stands in place of the content, or above it, while it is loading, when it could not be loaded, and while changes do
 * not arrive.
 */
export function LiveNotice({
  live,
  what,
}: {
  readonly live: LiveState & { readonly retry: () => void }
  /** What is shown, such as "Coverage". */
  readonly what: string
}): ReactNode {
  if (live.status === 'failed') {
    return (
      <Card tone="critical" padding={4} border radius={2} role="alert">
        <Stack gap={4}>
          <Text size={1} weight="semibold">
            {live.documents.size === 0
              ? `${what} could not be loaded`
              : `${what} is not up to date any more: the connection has failed`}
          </Text>
          <Text size={1}>{reasonOf(live.error)}</Text>
          <Flex>
            <Button icon={RetryIcon} text="Try again" fontSize={1} padding={3} onClick={live.retry} />
          </Flex>
        </Stack>
      </Card>
    )
  }
  if (live.status === 'loading') {
    return (
      <Flex align="center" gap={3} padding={4} role="status">
        <Spinner muted />
        <Text size={1} muted>
          Loading articles, videos and competencies …
        </Text>
      </Flex>
    )
  }
  if (live.connected) return null
  return (
    <Card tone="caution" padding={3} border radius={2} role="status">
      <Text size={1}>Connecting again … what you see may be out of date.</Text>
    </Card>
  )
}

function reasonOf(error: unknown): string {
  const reason = error instanceof Error && error.message !== '' ? error.message : 'The reason is not known.'
  return `${reason} Check your connection, then try again.`
}
