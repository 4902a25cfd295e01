/** How much one package may ask of us. An honest Word file compresses 65 : 1, so no ratio is asked for; the sizes are counted while inflating. */
export interface PackageLimits {
  readonly maxEntries: number
  /** Bytes of one entry, inflated. */
  readonly maxEntryBytes: number
  /** Bytes of all entries read, inflated. */
  readonly maxTotalBytes: number
  /** Elements inside elements. */
  readonly maxXmlDepth: number
}

export const PACKAGE_LIMITS: PackageLimits = {
  maxEntries: 5_000,
  maxEntryBytes: 64 * 1024 * 1024,
  maxTotalBytes: 256 * 1024 * 1024,
  maxXmlDepth: 512,
}
