/** Zips for the suites of formats: the writer of the room that reads them. */
export { type Member, makeZip, readZip } from '../../packages/ooxml/test/make-zip.ts'
