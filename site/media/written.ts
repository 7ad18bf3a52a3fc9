/** How the site writes every picture: the same file from every place that shows it. */
export const written = { format: 'webp', quality: 72 } as const

/** The greatest width in which a picture is written, in pixels. */
export const greatestWidth = 1600
