import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { Box, Card, Flex, Stack, Text } from '@sanity/ui'
import { useSchema } from 'sanity'
import { IntentLink } from 'sanity/router'
import type { UserComponent } from 'sanity/structure'
import { counted } from '../../schemas/preview.ts'
import { LiveNotice } from '../desk/live-notice.tsx'
import { useLiveQuery } from '../desk/use-live-query.ts'
import {
  ATTENTION_PARAMS,
  ATTENTION_QUERY,
  type Attention,
  attentionNeeded,
  readAttentionRows,
} from './attention.ts'

/** The list of what an editor should look at, with a reason each; it follows the dataset. */
export const AttentionPane: UserComponent = ({ options }) => {
  const answer = useLiveQuery(ATTENTION_QUERY, ATTENTION_PARAMS, readAttentionRows)
  const now = options?.['now']
  const rows = answer.value && attentionNeeded(answer.value, typeof now === 'function' ? now() : Date.now())
  return (
    <Stack data-testid="attention" gap={4} padding={4}>
      <LiveNotice answer={answer} />
      {rows && (
        <Text as="p" role="status" size={1}>
          {rows.length === 0
            ? 'Nothing needs attention.'
            : `${counted(rows.length, 'document needs', 'documents need')} attention.`}
        </Text>
      )}
      {rows?.length === 0 && (
        <Card border padding={5} radius={2} tone="positive">
          <Flex align="center" gap={3}>
            <Text aria-hidden="true" size={3}>
              <CheckmarkCircleIcon />
            </Text>
            <Text as="p" size={1}>
              Every item has its exam and its pack, nothing waits to be published, and no regrade is open.
            </Text>
          </Flex>
        </Card>
      )}
      {rows !== undefined && rows.length > 0 && (
        <Stack as="ul" gap={3}>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </Stack>
      )}
    </Stack>
  )
}

function Row({ row: { id, type, title, reasons } }: { row: Attention }) {
  const schema = useSchema()
  return (
    <Card as="li" border padding={3} radius={2}>
      <Stack gap={3}>
        <Text as="p" size={1} weight="semibold">
          <IntentLink intent="edit" params={{ id, type }}>
            {title ?? 'Untitled'}
          </IntentLink>
        </Text>
        <Text as="p" muted size={1}>
          {schema.get(type)?.title ?? type}
        </Text>
        <Stack as="ul" gap={3}>
          {reasons.map(({ reason, text }) => (
            <Box as="li" key={reason}>
              <Text size={1}>{text}</Text>
            </Box>
          ))}
        </Stack>
      </Stack>
    </Card>
  )
}
