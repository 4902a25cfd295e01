/** The room's small door for the command, which works on the same data as a server with the same settings. */
export { newLink } from './people/link-token.ts'
export { databaseOf, filesFolder, originOf } from './places.ts'
export { readSettings, type Settings } from './settings.ts'
