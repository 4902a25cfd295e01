/** For what has nothing to do with the database. The server opens its own. */
import type { TestDatabase } from '../../../packages/store/test/support/databases.ts'

export const embedded: TestDatabase = { name: 'embedded', open: () => Promise.reject(new Error('the server opens its own')) }
