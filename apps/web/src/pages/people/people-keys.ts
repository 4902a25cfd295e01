/** What is read of people; each begins the keys of its questions. */
export const accountsKey = ['accounts'] as const
export const rolesKey = ['roles'] as const
export const handOversKey = ['hand-overs'] as const
