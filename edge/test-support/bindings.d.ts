declare namespace Cloudflare {
  interface Env {
    DB: D1Database
    ASSETS: Fetcher
    MIGRATIONS: { name: string; queries: string[] }[]
  }
}
