/** A moment as the person's own clock shows it: YYYY-MM-DD HH:mm. */
const pad = (number: number) => String(number).padStart(2, '0')

/** `instant` as the server writes it, in UTC. Without a readable moment: the text itself. */
export function localTime(instant: string, { withSeconds = false } = {}): string {
  const moment = new Date(instant)
  if (Number.isNaN(moment.getTime())) return instant
  const day = `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`
  const time = `${pad(moment.getHours())}:${pad(moment.getMinutes())}`
  return `${day} ${time}${withSeconds ? `:${pad(moment.getSeconds())}` : ''}`
}

export function Time({ instant }: { readonly instant: string }) {
  return (
    <time dateTime={instant} title={localTime(instant, { withSeconds: true })}>
      {localTime(instant)}
    </time>
  )
}
