/** What a log is made of, and how it is written. */

export type Json = string | number | boolean | null | readonly Json[] | JsonObject
/** Members that are undefined are not written. */
export interface JsonObject {
  readonly [name: string]: Json | undefined
}

/** Direction marks and controls are written as escapes: a viewer of the raw log must not obey them. */
export function written(value: Json): string {
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, escaped)
}

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Text of a message. What would be a link in a viewer stays text. */
export const plain = (text: string): JsonObject => ({ text: text.replaceAll('](', '] (') })
