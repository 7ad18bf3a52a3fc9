export { type RunningPreview, startPreview } from './server.ts'
