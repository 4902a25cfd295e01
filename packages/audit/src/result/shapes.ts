/** Readers of parsed JSON: each takes a value of unknown shape and gives a plain copy of the known part, or says where it is not what it should be. */

export type Path = readonly (string | number)[]

/** Thrown by readers and caught where a result is read; it never leaves this folder. */
export class NotOfShape extends Error {
  readonly path: Path
  /** What should stand there, in words. */
  readonly wanted: string
  readonly found: unknown
  constructor(path: Path, wanted: string, found: unknown) {
    super(wanted)
    this.path = path
    this.wanted = wanted
    this.found = found
  }
}

export type Shape<T> = (value: unknown, path: Path) => T

export const text: Shape<string> = (value, path) => (typeof value === 'string' ? value : refuse(path, '文字', value))

export const number: Shape<number> = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) ? value : refuse(path, '数字', value)

/** An offset, a count, an index. */
export const whole: Shape<number> = (value, path) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : refuse(path, '不小于 0 的整数', value)

export const textOrNumber: Shape<string | number> = (value, path) =>
  typeof value === 'string' ? value : typeof value === 'number' && Number.isFinite(value) ? value : refuse(path, '文字或数字', value)

export function oneOf<T extends string>(words: Readonly<Record<T, true>>): Shape<T> {
  const known = Object.keys(words)
  return (value, path) => (typeof value === 'string' && known.includes(value) ? (value as T) : refuse(path, known.join('、'), value))
}

export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value, path) =>
    value === null ? null : shape(value, path)

export const list =
  <T>(shape: Shape<T>): Shape<readonly T[]> =>
  (value, path) =>
    Array.isArray(value) ? value.map((one, at) => shape(one, [...path, at])) : refuse(path, '列表', value)

/** Names that the data chooses. */
export const named =
  <T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  (value, path) =>
    Object.fromEntries(Object.entries(members(value, path)).map(([name, one]) => [name, shape(one, [...path, name])]))

/** Left, bottom, right, top. */
export const box: Shape<readonly [number, number, number, number]> = (value, path) => {
  const [left, bottom, right, top, ...rest] = list(number)(value, path)
  if (left === undefined || bottom === undefined || right === undefined || top === undefined || rest.length > 0) {
    return refuse(path, '四个数字', value)
  }
  return [left, bottom, right, top]
}

type Optional<T> = { readonly [K in keyof T as undefined extends T[K] ? K : never]-?: Shape<Exclude<T[K], undefined>> }
type Required<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: Shape<T[K]> }

/** Every field of T has its reader, so that a field that is added to a type and not to its reader does not compile. Other fields are left out. */
export function fields<T extends object>(required: Required<T>, optional: Optional<T>): Shape<T> {
  const needed = Object.entries(required) as [string, Shape<unknown>][]
  const possible = Object.entries(optional) as [string, Shape<unknown>][]
  return (value, path) => {
    const source = members(value, path)
    const copy: Record<string, unknown> = {}
    for (const [name, shape] of needed) copy[name] = shape(Object.hasOwn(source, name) ? source[name] : undefined, [...path, name])
    for (const [name, shape] of possible) if (Object.hasOwn(source, name)) copy[name] = shape(source[name], [...path, name])
    return copy as T
  }
}

export function members(value: unknown, path: Path): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(path, '对象', value)
  return value as Readonly<Record<string, unknown>>
}

export function refuse(path: Path, wanted: string, found: unknown): never {
  throw new NotOfShape(path, wanted, found)
}
