import type { AstroUserConfig } from 'astro'

type Plugin = Exclude<
  Extract<NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number], object>,
  unknown[] | Promise<unknown>
>

const inBrowser: Readonly<Record<string, string>> = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
}

/**
 * Gives browsers Preact where islands ask for React: the same components at a tenth of the size. Pages are still
 * rendered by React itself at build time.
 */
export function smallReact(): Plugin {
  return {
    name: 'small-react',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'client',
    async resolveId(source, importer) {
      const other = inBrowser[source]
      return other === undefined ? undefined : this.resolve(other, importer, { skipSelf: true })
    },
  }
}
