/** The shape of a value, as a tree that is opened where somebody wants to know more. */
import { useState } from 'react'
import { apiGuide as words } from '../../wording/api-guide.ts'
import type { Schema } from './description.ts'

export function SchemaTree({ schema }: { readonly schema: Schema }) {
  const { inner } = taken(schema)
  if (inner.properties === undefined && inner.items === undefined) return <p>{typeWords(schema)}</p>
  return (
    <ul className="schema">
      <Members schema={inner} isOpen />
    </ul>
  )
}

function Members({ schema, isOpen }: { readonly schema: Schema; readonly isOpen: boolean }) {
  const properties = Object.entries(schema.properties ?? {})
  if (schema.items !== undefined) return <Member name={words.listOf} schema={schema.items} isNeeded={null} isOpen={isOpen} />
  return properties.map(([name, one]) => (
    <Member key={name} name={name} schema={one} isNeeded={schema.required?.includes(name) ?? false} isOpen={false} />
  ))
}

interface MemberProps {
  readonly name: string
  readonly schema: Schema
  /** null: it is no field. */
  readonly isNeeded: boolean | null
  readonly isOpen: boolean
}

function Member({ name, schema, isNeeded, isOpen }: MemberProps) {
  const [opened, setOpened] = useState(isOpen)
  const { inner } = taken(schema)
  const label = (
    <>
      <code>{name}</code> <span className="quiet">{typeWords(schema)}</span>
      {isNeeded === false && <span className="schema-optional"> {words.optional}</span>}
    </>
  )
  if (!hasMembers(inner)) return <li>{label}</li>
  const below = inner.items !== undefined && !hasMembers(taken(inner.items).inner) ? null : inner
  if (below === null) return <li>{label}</li>
  const shown = below.items !== undefined ? taken(below.items).inner : below
  return (
    <li>
      <details open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>{label}</summary>
        {opened && (
          <ul>
            <Members schema={shown} isOpen={false} />
          </ul>
        )}
      </details>
    </li>
  )
}

const hasMembers = ({ properties, items }: Schema) =>
  (properties !== undefined && Object.keys(properties).length > 0) || items !== undefined

/** Without the `null` that stands beside it. */
function taken(schema: Schema): { readonly inner: Schema; readonly orNull: boolean } {
  const others = schema.anyOf?.filter(({ type }) => type !== 'null')
  if (others === undefined) return { inner: schema, orNull: false }
  return { inner: others.length === 1 ? (others[0] as Schema) : schema, orNull: others.length < (schema.anyOf?.length ?? 0) }
}

export function typeWords(schema: Schema): string {
  const { inner, orNull } = taken(schema)
  return [bareWords(inner), ...limits(inner), ...(orNull ? [words.orNull] : [])].join(' ')
}

function bareWords(schema: Schema): string {
  const { type, format, enum: values, const: value, items, anyOf } = schema
  if (values !== undefined) return values.map(String).join(' | ')
  if (value !== undefined) return String(value)
  if (anyOf !== undefined) return anyOf.map(bareWords).join(' | ')
  if (format !== undefined && words.formats[format] !== undefined) return words.formats[format]
  if (type === 'array' && items !== undefined) return `${words.types.array} · ${bareWords(taken(items).inner)}`
  return typeof type === 'string' ? (words.types[type] ?? type) : ''
}

function limits({ type, minimum, maximum, maxLength, format, enum: values }: Schema): readonly string[] {
  if (type === 'string' && format === undefined && values === undefined && maxLength !== undefined) return [words.atMost(maxLength)]
  // JSON numbers are bounded by what a program can count; that is no limit of ours.
  if (minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER) return [words.between(minimum, maximum)]
  return []
}
