/** Style sheets are bundled by Studio's build; importing one has an effect and no value. */
declare module '*.css'
