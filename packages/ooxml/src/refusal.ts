/** Why a package or one of its parts is not read. */

export type RefusalReason =
  /** No zip, or one whose parts are cut off or do not match their checksums. */
  | 'damaged'
  | 'encrypted'
  | 'too-many-entries'
  | 'entry-too-large'
  | 'too-large'
  /** The part says of itself that it is smaller or larger than it is. */
  | 'lying-size'
  /** Two parts stand on the same bytes. */
  | 'overlap'
  /** A document type declaration: the door of entity bombs and of outside files. */
  | 'doctype'
  | 'too-deep'
  | 'bad-xml'

/** Thrown inside the room and by its functions; readers turn it into a problem. */
export class PackageRefused extends Error {
  readonly reason: RefusalReason
  /** The entry that it is about; '' for the package. */
  readonly entry: string

  constructor(reason: RefusalReason, entry = '', message = '') {
    super(`${reason}${entry && ` in ${entry}`}${message && `: ${message}`}`)
    this.name = 'PackageRefused'
    this.reason = reason
    this.entry = entry
  }
}
