/** Small choices of a person that this browser keeps. Where storage is forbidden they last until the page is closed. */
type Choice = 'desk' | 'menu' | 'panes'

const memory = new Map<Choice, string>()

export function keep(choice: Choice, value: string): void {
  memory.set(choice, value)
  try {
    localStorage.setItem(`jiheng.${choice}`, value)
  } catch {
    // Kept in memory already.
  }
}

export function kept(choice: Choice): string | null {
  try {
    return localStorage.getItem(`jiheng.${choice}`)
  } catch {
    return memory.get(choice) ?? null
  }
}
