import { InputNumber } from 'antd'
import { useId } from 'react'

interface Props {
  readonly label: string
  readonly year: number
  readonly onChange: (year: number) => void
}

/** A year, beside its label. */
export function YearField({ label, year, onChange }: Props) {
  const field = useId()
  return (
    <span className="year-field">
      <label htmlFor={field}>{label}</label>{' '}
      <InputNumber id={field} min={1990} max={2100} precision={0} value={year} onChange={(value) => value !== null && onChange(value)} />
    </span>
  )
}
