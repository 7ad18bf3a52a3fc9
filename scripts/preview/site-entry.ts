// The site's pages as a program that renders them on demand: `build-process.ts` makes Astro bundle this with them.
import { createApp } from 'astro/app/entrypoint'

export const app = createApp()
