import { Card, Stack, Text } from '@sanity/ui'
import type { ReactNode } from 'react'

/** Says calmly why there is little or nothing to see, and what to do about it. */
export function Notice({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <Card padding={4} border radius={2} tone="transparent">
      <Stack gap={3}>
        <Text size={1} weight="semibold">
          {title}
        </Text>
        {children !== undefined && (
          <Text size={1} muted>
            {children}
          </Text>
        )}
      </Stack>
    </Card>
  )
}
