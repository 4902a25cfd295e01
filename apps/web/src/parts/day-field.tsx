/** A day as YYYY-MM-DD, typed or picked; a field of a form. */
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { product as words } from '../wording/product.ts'

interface Props {
  readonly id?: string
  readonly label?: string
  readonly placeholder?: string
  readonly value?: string | null
  readonly onChange?: (day: string | null) => void
}

const form = 'YYYY-MM-DD'

export const DayField = ({ id, label, placeholder = words.day, value, onChange }: Props) => (
  <DatePicker
    {...(id === undefined ? {} : { id })}
    {...(label === undefined ? {} : { 'aria-label': label })}
    value={value ? dayjs(value, form) : null}
    format={form}
    placeholder={placeholder}
    // Enter takes the day; it does not send the form.
    onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
    onChange={(day) => onChange?.(day === null ? null : day.format(form))}
  />
)
