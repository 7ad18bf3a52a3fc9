/** The light build has no types of its own; it is the whole one without what this site does not use. */
declare module 'hls.js/light' {
  export { default, Events } from 'hls.js'
}
