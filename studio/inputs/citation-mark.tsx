import { Text } from '@sanity/ui'
import type { BlockProps } from 'sanity'
import { useCitedWorks } from './cited-works.ts'

/** A citation in running text, shown by the number under which it will be printed. */
export function CitationMark(props: BlockProps) {
  const works = useCitedWorks()
  const work = 'work' in props.value ? props.value['work'] : undefined
  const number = works.find(({ key }) => key === work)?.number
  return props.renderDefault({
    ...props,
    renderPreview: () => <Text size={0}>[{number ?? '?'}]</Text>,
  })
}
