/** Where to go after signing in. The address is anybody's to write, so only a path of ours counts; anything else is the first page. */
export function placeBehind(back: string | null): string {
  if (back === null || !/^\/(?![/\\])/.test(back) || back.startsWith('/sign-in')) return '/'
  const here = 'https://jiheng.invalid'
  try {
    const { origin, pathname, search } = new URL(back, here)
    return origin === here ? pathname + search : '/'
  } catch {
    return '/'
  }
}
