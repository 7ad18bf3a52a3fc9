declare namespace Cloudflare {
  interface Env {
    DB: D1Database
    ASSETS: Fetcher
    MEDIA: R2Bucket
    MIGRATIONS: { name: string; queries: string[] }[]
  }
}
