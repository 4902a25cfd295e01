/** The engine as it is, for tests of what is handed to it. */
import { audit, compareSketches, recogniseScheme } from '@jiheng/audit'
import { ingest } from '@jiheng/ingest'
import type { Engine } from '../../src/jobs/engine.ts'

export const realEngine: Engine = { ingest, audit, compare: compareSketches, recognise: recogniseScheme }
