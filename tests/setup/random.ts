/**
 * Properties draw the same examples on every run, so that a change is accepted or refused for what it changes.
 * `npm run test:random` draws others; FAST_CHECK_SEED=N repeats a run of it.
 */
import fc from 'fast-check'

const SEED = 20_240_101
const seed = process.env.FAST_CHECK_SEED

fc.configureGlobal({ seed: seed === undefined ? SEED : Number(seed) })
