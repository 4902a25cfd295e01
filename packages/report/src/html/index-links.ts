/** Ways from the page of a batch to the results of its files. */

/** Paths below the folder of the page, with /. */
export interface FileLinks {
  readonly page?: string
  readonly copy?: string
  readonly letter?: string
}

/** A path in the folder of results as an address: it can lead to a file there and to nothing else. */
export function hrefOf(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .map(encodeURIComponent)
    .join('/')
}
