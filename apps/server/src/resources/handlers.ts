/** Every handler by its route. */
import type { Handlers } from '../http/endpoint.ts'

export const handlers: Partial<Handlers> = {}
