import { Listr, type ListrTask } from 'listr2'
import { sampleMembers } from '../identity/index.ts'
import { type Publication, publish } from '../release/publisher.ts'
import { watchPublished } from '../release/watch.ts'
import { seed } from '../seed/index.ts'
import { describeError } from '../user-error.ts'
import type { Address, SampleMember } from './addresses.ts'
import { type DemonstrationClock, demonstrationClock } from './clock.ts'
import { openDataFolder } from './data-folder.ts'
import { openInstallation } from './installation.ts'
import {
  lakeClient,
  publisherOf,
  type SitePart,
  type Surroundings,
  startIdentityPart,
  startLakePart,
  startPreviewPart,
  startSiteBuilderPart,
  startSitePart,
  startStudioPart,
} from './parts.ts'
import { requireFreePort } from './ports.ts'
import type { StartSettings } from './settings.ts'

/** A running survival pack. */
export type Pack = {
  readonly site: string
  readonly addresses: readonly Address[]
  readonly members: readonly SampleMember[]
  /** A sentence about the clock that the site goes by. */
  readonly clock: string
  /** Stops every part, in the reverse order of starting. */
  stop(): Promise<void>
}

/**
 * Starts every part and shows each step.
 *
 * @param stop aborts the start between two steps; what has been started by then is stopped again.
 * @returns undefined when it was aborted.
 * @throws an error with a code and a remedy; nothing is left running then.
 */
export async function startPack(settings: StartSettings, stop: AbortSignal): Promise<Pack | undefined> {
  await using parts = new AsyncDisposableStack()
  const keep = <Part extends { close(): Promise<void> }>(part: Part): Part => {
    if (parts.disposed) void part.close()
    else parts.defer(() => part.close())
    return part
  }
  const data = openDataFolder(settings.data)
  parts.defer(() => data.release())
  const { ports } = settings
  const around: Surroundings = {
    data,
    installation: await openInstallation(data.path),
    clock: clockFor(settings),
    ports,
    urls: {
      lake: `http://localhost:${ports.lake}`,
      studio: `http://localhost:${ports.studio}`,
      identity: `http://localhost:${ports.identity}`,
      site: `http://localhost:${ports.site}`,
      preview: `http://localhost:${ports.preview}`,
    },
  }
  const client = lakeClient(around)
  const builder = startSiteBuilderPart(around)
  parts.defer(() => builder.stop())
  const started: { site?: SitePart } = {}
  // Where the site fails, nobody waits for Studio any more.
  const studioBuild = new AbortController()
  parts.defer(() => studioBuild.abort())
  const publishNow = (): Promise<Publication> => {
    if (started.site === undefined) throw new Error('Nothing is published before the Worker runs.')
    return publish(publisherOf(around, started.site, builder))
  }

  const untilStopped = (tasks: ListrTask[]) => tasks.map((task) => ({ ...task, skip: () => stop.aborted }))
  const foundation: ListrTask[] = [
    {
      title: 'Seed the demonstration pack',
      task: async (_, task) => {
        const log = (line: string) => {
          task.output = line
        }
        const { documents, changed } = await seed({ client, log })
        task.title = `Demonstration pack: ${documents} documents, ${changed === 0 ? 'kept as they are' : `${changed} written`}`
      },
    },
    {
      title: 'Start the identity provider and the Worker',
      task: async () => {
        keep(await startIdentityPart(around))
        started.site = keep(await startSitePart(around))
      },
    },
  ]
  const site: ListrTask[] = [
    {
      title: 'Start what the site stands on',
      task: (_, task) => task.newListr(untilStopped(foundation), { concurrent: true }),
    },
    {
      title: 'Release the exams and build the site',
      task: async (_, task) => {
        task.title = `Exams released and site built in ${seconds(await publishNow())}`
      },
    },
  ]
  const editing: ListrTask[] = [
    {
      title: 'Build and serve Studio',
      task: async () => {
        keep(await startStudioPart(around, studioBuild.signal))
      },
    },
    {
      title: 'Compile and serve the preview of drafts',
      task: async () => {
        keep(await startPreviewPart(around))
      },
    },
  ]
  const rooms: ListrTask[] = [
    { title: 'The site', task: (_, task) => task.newListr(untilStopped(site), { concurrent: false }) },
    {
      title: 'Studio',
      enabled: settings.studio,
      task: (_, task) => task.newListr(untilStopped(editing), { concurrent: false }),
    },
  ]
  const steps: ListrTask[] = [
    { title: 'Look for free ports', task: () => requireFreePorts(settings) },
    {
      title: 'Start the Content Lake',
      task: async () => {
        keep(await startLakePart(around))
      },
    },
    {
      title: 'Start what stands on it',
      task: (_, task) => task.newListr(untilStopped(rooms), { concurrent: true }),
    },
  ]
  await new Listr(untilStopped(steps), {
    renderer: process.stdout.isTTY ? 'default' : 'simple',
    registerSignalListeners: false,
  }).run()
  if (stop.aborted) return undefined

  parts.defer(watchPublished(client, () => publishAndReport(publishNow)))
  const running = parts.move()
  return {
    site: around.urls.site,
    addresses: addressesOf(around.urls, settings.studio),
    members: sampleMembers.map(({ name, about, membership }) => ({
      name,
      who: about,
      sees: membership.length > 0 ? 'the whole pack' : 'how to join',
    })),
    clock: describeClock(around.clock),
    stop: () => running.disposeAsync(),
  }
}

async function requireFreePorts({ ports, studio }: StartSettings): Promise<void> {
  await requireFreePort('the site', ports.site, '--site-port')
  await requireFreePort('the Content Lake', ports.lake, '--lake-port')
  await requireFreePort('the identity provider', ports.identity, '--identity-port')
  if (!studio) return
  await requireFreePort('Sanity Studio', ports.studio, '--studio-port')
  await requireFreePort('the preview', ports.preview, '--preview-port')
}

function clockFor({ clock, data }: StartSettings): DemonstrationClock | undefined {
  if (clock === 'real') return undefined
  return demonstrationClock(data, clock === 'keep' ? undefined : clock, Date.now())
}

function describeClock(clock: DemonstrationClock | undefined): string {
  if (clock === undefined) return 'The site goes by this machine’s clock.'
  return `The site goes by a demonstration clock, which showed ${clock.epoch} at ${clock.since}.`
}

function addressesOf(urls: Surroundings['urls'], studio: boolean): Address[] {
  return [
    { what: 'Site', url: urls.site, note: 'read, watch, sit exams' },
    ...(studio
      ? [
          { what: 'Studio', url: urls.studio, note: 'write and publish; the site follows' },
          { what: 'Preview', url: urls.preview, note: 'drafts as pages; open it in Studio' },
        ]
      : []),
    { what: 'Content Lake', url: urls.lake, note: 'Sanity’s HTTP API, for tools' },
    { what: 'Identity provider', url: urls.identity, note: 'development sign-in' },
  ]
}

async function publishAndReport(publishNow: () => Promise<Publication>): Promise<void> {
  try {
    console.log(
      `${new Date().toLocaleTimeString('en-GB')} Published: the site was updated in ${seconds(await publishNow())}`,
    )
  } catch (error) {
    console.error(`${describeError(error)}\nThe site was left as it was.`)
  }
}

function seconds({ release, build, goLive }: Publication): string {
  return `${((release + build + goLive) / 1000).toFixed(1)} s`
}
