/** What the server tells about the person who is signed in. */
export interface Post {
  readonly id: string
  /** The name that the place gives the role. */
  readonly role: string
  readonly organisation: { readonly id: string; readonly name: string }
  readonly permissions: readonly string[]
}

export interface Session {
  readonly account: { readonly id: string; readonly name: string; readonly login: string }
  readonly region: { readonly id: string; readonly name: string }
  readonly posts: readonly Post[]
}

export interface Problem {
  readonly code: string
  readonly message: string
  readonly remedy: string
  readonly at: readonly (string | number)[]
  readonly details: Readonly<Record<string, string | number>>
}
