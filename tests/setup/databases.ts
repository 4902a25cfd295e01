/** Databases of the tests: packages/store/test/support. */
export { beginRun as setup } from '../../packages/store/test/support/run-folder.ts'
