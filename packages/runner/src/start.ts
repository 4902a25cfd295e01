/** The room's small door for what starts a process: whether it is a child of ours, and the engine when it is needed. Nothing else is loaded. */
export { type Engine, loadEngine } from './jobs/engine.ts'
export { servesAsChild } from './jobs/serve-as-child.ts'
