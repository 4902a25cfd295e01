/**
 * `npm test` takes a sample where a test goes over many reports or formats; `npm run test:long` takes all of them, and the files
 * named *.long.test.ts besides. A sample is the same on every run.
 */
export const isLong = process.env.JIHENG_TESTS === 'long'

/** All of them, or the first `few` and every `step`th of the rest. */
export function sampled<Value>(list: readonly Value[], few: number, step = Number.POSITIVE_INFINITY): readonly Value[] {
  return isLong ? list : list.filter((_, at) => at < few || (at - few) % step === step - 1)
}
