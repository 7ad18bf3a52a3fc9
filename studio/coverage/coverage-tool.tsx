import { Card } from '@sanity/ui'
import type { ReactNode } from 'react'
import { useRouter } from 'sanity/router'
import { LiveCoverage } from './coverage-pane.tsx'

/** Coverage as a tool of its own: the pack is in the address. */
export function CoverageTool(): ReactNode {
  const { state, navigate } = useRouter()
  const pack = typeof state['pack'] === 'string' ? state['pack'] : undefined
  return (
    <Card height="fill" overflow="hidden">
      <LiveCoverage pack={pack} onPack={(id) => navigate({ pack: id })} />
    </Card>
  )
}
