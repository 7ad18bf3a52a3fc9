import type { Edge } from '../../context.ts'

/** The bytes of the two weights that certificates are printed in. */
export type Fonts = { readonly regular: Uint8Array; readonly semibold: Uint8Array }

/**
 * Reads the fonts from beside the pages, where the site's build puts them.
 *
 * @throws Error when they are not there: the site was built by something else, or not at all.
 */
export async function readFonts({ assets, settings }: Edge): Promise<Fonts> {
  const read = async (name: string) => {
    const file = await assets.fetch(new URL(`/certificate-fonts/${name}`, settings.SITE_ORIGIN))
    if (!file.ok) throw new Error(`The font ${name} is not among the files of the site (${file.status}).`)
    return new Uint8Array(await file.arrayBuffer())
  }
  const [regular, semibold] = await Promise.all([read('regular.ttf'), read('semibold.ttf')])
  return { regular, semibold }
}
