// Sanity's build replaces exactly these expressions by their values; declaring them allows the dotted form it looks for.
declare namespace NodeJS {
  interface ProcessEnv {
    SANITY_STUDIO_PROJECT_ID?: string
    SANITY_STUDIO_DATASET?: string
    SANITY_STUDIO_API_HOST?: string
    SANITY_STUDIO_EMBEDDED_TOKEN?: string
    SANITY_STUDIO_SITE_URL?: string
    SANITY_STUDIO_PREVIEW_URL?: string
    SANITY_STUDIO_EXAM_USE_TOKEN?: string
    SANITY_STUDIO_DEMO_CLOCK?: string
  }
}
