/** Held to package.json by a test; importing that file here would put it into the start of every run. */
export const version = '0.1.0'
