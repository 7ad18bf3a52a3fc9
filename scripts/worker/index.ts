export { type RunningWorker, startWorker } from './start.ts'
