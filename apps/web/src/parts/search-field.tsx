/** A field for words to look for. What is typed is told when the hand rests, not at every key, and never in the middle of an input method. */
import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'

interface Props {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onSearch: (words: string) => void
}

const restMs = 350

export function SearchField({ label, placeholder, value, onSearch }: Props) {
  const [typed, setTyped] = useState(value)
  const [isComposing, setComposing] = useState(false)
  const latest = useRef(onSearch)
  const told = useRef(value)
  useEffect(() => {
    latest.current = onSearch
  })
  useEffect(() => {
    // Changed from outside: cleared, or another address.
    if (value !== told.current) setTyped(value)
    told.current = value
  }, [value])
  useEffect(() => {
    if (typed.trim() === told.current || isComposing) return
    const timer = setTimeout(() => {
      told.current = typed.trim()
      latest.current(typed.trim())
    }, restMs)
    return () => clearTimeout(timer)
  }, [typed, isComposing])
  return (
    <Input
      className="list-search"
      type="search"
      allowClear
      prefix={<SearchOutlined aria-hidden="true" />}
      value={typed}
      maxLength={60}
      placeholder={placeholder}
      aria-label={label}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
