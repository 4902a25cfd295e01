/** Entry of the child processes of a program that is not a child itself, such as the server. Started by hand it does nothing. */
import { fileURLToPath } from 'node:url'
import { servesAsChild } from './jobs/serve-as-child.ts'

if (!(await servesAsChild(fileURLToPath(import.meta.url)))) process.exitCode = 1
