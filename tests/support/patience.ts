/** Milliseconds that a busy machine may take for what a test waits for: Studio beside a build opens in half a minute. */
export const PATIENCE = 90_000
