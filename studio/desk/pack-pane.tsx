import { AddIcon } from '@sanity/icons/Add'
import { Badge, Box, Button, Card, Flex, Heading, Stack, Text } from '@sanity/ui'
import { useId } from 'react'
import { Preview, useDocumentOperation, useSchema } from 'sanity'
import { type UserComponent, usePaneRouter } from 'sanity/structure'
import { counted } from '../../schemas/preview.ts'
import { appendItem } from './append-item.ts'
import { LiveNotice } from './live-notice.tsx'
import { PACK_QUERY, type PackPart, type PackRow, packContents, readPackRows } from './pack-contents.ts'
import { useLiveQuery } from './use-live-query.ts'

const NO_PARAMS = {}

const words: Readonly<Record<PackPart, { one: string; several: string; outside: string; help: string }>> = {
  article: {
    one: 'article',
    several: 'articles',
    outside: 'In no pack',
    help: 'add what belongs here to this pack, then publish the pack.',
  },
  video: {
    one: 'video',
    several: 'videos',
    outside: 'In no pack',
    help: 'add what belongs here to this pack, then publish the pack.',
  },
  exam: {
    one: 'exam',
    several: 'exams',
    outside: 'Of no item',
    help: 'an exam comes into the pack with its item: open the article or video and choose the exam there.',
  },
}

/** A pack's articles, videos or exams in its own order, and those that are in no pack yet. */
export const PackPane: UserComponent = ({ options, childItemId }) => {
  const packId = String(options?.['packId'])
  const part = partOf(options?.['part'])
  const answer = useLiveQuery(PACK_QUERY, NO_PARAMS, readPackRows)
  const { ChildLink } = usePaneRouter()
  const { patch } = useDocumentOperation(packId, 'pack')
  const { one, several, outside: outsideTitle, help } = words[part]
  const contents = answer.value && packContents(answer.value, packId, part)

  const add = (row: PackRow) => {
    if (patch.disabled === false) patch.execute(appendItem(row, crypto.randomUUID()))
  }
  return (
    <Stack data-testid="pack-contents" gap={5} padding={3}>
      <Flex>
        <Button
          as={ChildLink}
          childId={`${part}-${crypto.randomUUID()}`}
          data-as="a"
          fontSize={1}
          icon={AddIcon}
          mode="ghost"
          padding={3}
          text={`New ${one}`}
        />
      </Flex>
      <LiveNotice answer={answer} />
      {contents && (
        <>
          <Section title="In this pack">
            {contents.inside.length === 0 ? (
              <Text as="p" size={1}>
                There are no {several} in this pack yet.
              </Text>
            ) : (
              <Rows numbered rows={contents.inside} selected={childItemId} />
            )}
          </Section>
          {contents.outside.length > 0 && (
            <Section title={outsideTitle}>
              <Text as="p" size={1}>
                {counted(contents.outside.length, one, several)}: {help}
              </Text>
              <Rows
                rows={contents.outside}
                selected={childItemId}
                {...(part !== 'exam' && patch.disabled === false && { onAdd: add })}
              />
            </Section>
          )}
        </>
      )}
    </Stack>
  )
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  const id = useId()
  return (
    <Stack aria-labelledby={id} as="section" gap={3}>
      <Heading as="h2" id={id} size={0}>
        {title}
      </Heading>
      {children}
    </Stack>
  )
}

function Rows({
  rows,
  selected,
  numbered = false,
  onAdd,
}: {
  rows: readonly PackRow[]
  selected: string | undefined
  numbered?: boolean
  onAdd?: (row: PackRow) => void
}) {
  const { ChildLink } = usePaneRouter()
  const schema = useSchema()
  return (
    <Stack as={numbered ? 'ol' : 'ul'} gap={1}>
      {rows.map((row) => {
        const type = schema.get(row.type)
        return (
          <Flex align="center" as="li" gap={2} key={row.id}>
            <Box flex={1} style={{ minWidth: 0 }}>
              <Card
                as={ChildLink}
                childId={row.id}
                data-as="a"
                padding={2}
                radius={2}
                // Not Studio's colours of a selected row: its second line cannot be read well enough on them.
                tone={selected === row.id ? 'primary' : 'inherit'}
                {...(selected === row.id && { 'aria-current': 'true' as const })}
              >
                <Flex align="center" gap={2}>
                  <Box flex={1} style={{ minWidth: 0 }}>
                    {type && (
                      <Preview layout="default" schemaType={type} value={{ _id: row.id, _type: row.type }} />
                    )}
                  </Box>
                  {row.state !== 'published' && (
                    <Badge fontSize={0} tone="caution">
                      {row.state === 'draft' ? 'Draft' : 'Changed'}
                    </Badge>
                  )}
                </Flex>
              </Card>
            </Box>
            {onAdd && (
              <Button
                aria-label={`Add “${row.title ?? 'Untitled'}” to this pack`}
                fontSize={1}
                mode="ghost"
                onClick={() => onAdd(row)}
                padding={3}
                text="Add"
              />
            )}
          </Flex>
        )
      })}
    </Stack>
  )
}

function partOf(part: unknown): PackPart {
  return part === 'video' || part === 'exam' ? part : 'article'
}
