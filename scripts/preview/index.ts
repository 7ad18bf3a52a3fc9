export { type PreviewOptions, type RunningPreview, startPreview } from './server.ts'
