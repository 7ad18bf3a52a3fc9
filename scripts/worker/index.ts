export type { LocalDatabase } from './migrations.ts'
export { type RunningWorker, startWorker } from './start.ts'
