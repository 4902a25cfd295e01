/** A search word as a pattern for ILIKE: what it holds is looked for as it stands. */
export const containing = (words: string): string => `%${words.replaceAll('\0', '').replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
