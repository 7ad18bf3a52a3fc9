import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import {
  type DocumentActionComponent,
  type DocumentActionDescription,
  type DocumentActionProps,
  useClient,
  useSchema,
} from 'sanity'
import { IntentLink } from 'sanity/router'
import { counted } from '../../schemas/preview.ts'
import { REFERRERS_QUERY, type Referrer, referrersAmong } from './referrers.ts'
import { useReturnOfFocus } from './use-return-of-focus.ts'

/** What stands in the way of removing a document; `failed` when that could not be found out. */
type Hindrance =
  | { readonly kind: 'referrers'; readonly referrers: readonly Referrer[] }
  | { readonly kind: 'failed' }

/**
 * Lets a document be removed only when nothing refers to it. What does is listed instead, each with a way to open it.
 * The Content Lake would refuse as well; this says so before, and says what to do.
 *
 * @param remove - Studio's own action, which asks for confirmation when nothing stands in its way
 */
export function removeUnreferenced(
  remove: DocumentActionComponent,
  verb: 'unpublish' | 'delete',
): DocumentActionComponent {
  const careful = (props: DocumentActionProps) => useCarefulRemoval(remove(props), props.id, verb)
  return Object.assign(careful, {
    action: verb,
    displayName: verb === 'unpublish' ? 'UnpublishUnreferenced' : 'DeleteUnreferenced',
  })
}

function useCarefulRemoval(
  described: DocumentActionDescription | null,
  id: string,
  verb: 'unpublish' | 'delete',
): DocumentActionDescription | null {
  const [looking, setLooking] = useState(false)
  const [hindrance, setHindrance] = useState<Hindrance>()
  const client = useClient({ apiVersion: '2025-02-19' })
  const onHandle = described?.onHandle
  const remove = useRef(onHandle)
  useEffect(() => {
    remove.current = onHandle
  }, [onHandle])

  const rememberFocus = useReturnOfFocus(hindrance !== undefined)
  const close = useCallback(() => setHindrance(undefined), [])
  const handle = useCallback(() => {
    rememberFocus()
    setLooking(true)
    client
      .withConfig({ perspective: 'raw' })
      .fetch<unknown[]>(REFERRERS_QUERY, { id })
      .then((documents) => referrersAmong(documents, id))
      .then(
        (referrers) => {
          setLooking(false)
          if (referrers.length === 0) remove.current?.()
          else setHindrance({ kind: 'referrers', referrers })
        },
        () => {
          setLooking(false)
          setHindrance({ kind: 'failed' })
        },
      )
  }, [client, id, rememberFocus])

  if (described === null) return null
  return {
    ...described,
    onHandle: handle,
    ...(looking && { disabled: true }),
    dialog:
      hindrance === undefined
        ? (described.dialog ?? null)
        : {
            type: 'dialog',
            header: `This cannot be ${verb === 'unpublish' ? 'unpublished' : 'deleted'} yet`,
            width: 'medium',
            onClose: close,
            content: <HindranceContent hindrance={hindrance} onLeave={close} verb={verb} />,
            footer: (
              <Flex justify="flex-end">
                <Button mode="ghost" onClick={close} text="Close" />
              </Flex>
            ),
          },
  }
}

function HindranceContent({
  hindrance,
  onLeave,
  verb,
}: {
  hindrance: Hindrance
  onLeave: () => void
  verb: 'unpublish' | 'delete'
}) {
  const schema = useSchema()
  if (hindrance.kind === 'failed') {
    return (
      <Text as="p" size={1}>
        Studio could not look up what refers to this document, so nothing was done. Check your connection,
        then try again.
      </Text>
    )
  }
  const { referrers } = hindrance
  return (
    <Stack gap={4}>
      <Text as="p" size={1}>
        {counted(referrers.length, 'document refers', 'documents refer')} to it and would point to nothing.
        Open {referrers.length === 1 ? 'it' : 'each'}, choose something else or take the reference out,
        publish that, and then {verb} this document.
      </Text>
      <Stack as="ul" gap={2}>
        {referrers.map(({ id, type, title, copies }) => (
          <Card as="li" border key={id} radius={2}>
            <IntentLink
              intent="edit"
              onClick={onLeave}
              params={{ id, type }}
              style={{ display: 'block', padding: 12, color: 'inherit' }}
            >
              <Stack as="span" gap={2}>
                <Text as="span" size={1} weight="semibold">
                  {title ?? 'Untitled'}
                </Text>
                <Text as="span" size={1}>
                  {schema.get(type)?.title ?? type} · {copies.map((copy) => copyNames[copy]).join(' and ')}
                </Text>
              </Stack>
            </IntentLink>
          </Card>
        ))}
      </Stack>
    </Stack>
  )
}

const copyNames: Readonly<Record<Referrer['copies'][number], string>> = {
  published: 'published',
  draft: 'draft',
  release: 'in a release',
}
