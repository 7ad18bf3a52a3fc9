import type { Image } from '../content/index.ts'

/** What of an image is shown: its address, and its measures in pixels. */
export type Cropped = { readonly src: string; readonly width: number; readonly height: number }

/**
 * An image as its editor cropped it. The lake cuts, by Sanity’s own parameter (`rect=left,top,width,height` in pixels of
 * the original); sizes and formats are made from that at build time.
 *
 * @param image a crop of `0.25` on a side hides a quarter of the image there.
 */
export function cropped({ asset, crop }: Image): Cropped {
  const { url, width, height } = asset
  if (!crop) return { src: url, width, height }
  const left = Math.round(crop.left * width)
  const top = Math.round(crop.top * height)
  const rest = {
    width: Math.round((1 - crop.right) * width) - left,
    height: Math.round((1 - crop.bottom) * height) - top,
  }
  const whole = rest.width === width && rest.height === height
  if (whole || rest.width < 1 || rest.height < 1) return { src: url, width, height }
  const src = new URL(url)
  src.searchParams.set('rect', `${left},${top},${rest.width},${rest.height}`)
  return { src: src.href, ...rest }
}
