import { ThLargeIcon } from '@sanity/icons/ThLarge'
import { definePlugin } from 'sanity'
import { route } from 'sanity/router'
import { CoverageTool } from './coverage-tool.tsx'
import { type CoverageToolOptions, readCoverageToolOptions } from './options.ts'

/**
 * A tool of Studio that measures a pack's items against a framework's units while they are being edited. The pack is part
 * of the address, so that it can be linked to and bookmarked.
 *
 * @throws Error `COVERAGE_TOOL_MISCONFIGURED`, see {@link readCoverageToolOptions}
 */
export const coverageTool = definePlugin<CoverageToolOptions>((options) => {
  const { name, title } = readCoverageToolOptions(options)
  return {
    name: 'coverage-tool',
    tools: [
      {
        name,
        title,
        icon: ThLargeIcon,
        component: CoverageTool,
        router: route.create('/', [route.create('/:pack')]),
      },
    ],
  }
})
