import { type Permission, permissions } from '@jiheng/contract'
import { useState } from 'react'
import { CopyText } from '../../parts/copy-text.tsx'
import { apiGuide as words } from '../../wording/api-guide.ts'
import { curlOf, type Operation, type Parameter, type Problem } from './description.ts'
import { SchemaTree, typeWords } from './schema-tree.tsx'

/** One route: its line is always there, the rest is drawn when it is opened. */
export function OperationView({ operation }: { readonly operation: Operation }) {
  const [isOpen, setOpen] = useState(location.hash === `#${operation.id}`)
  const { id, method, path, title } = operation
  return (
    <details className="operation" id={id} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={`method method-${method.toLowerCase()}`}>{method}</span>
        <code className="operation-path">{path}</code>
        <span>{title}</span>
      </summary>
      {isOpen && <Details operation={operation} />}
    </details>
  )
}

function Details({ operation }: { readonly operation: Operation }) {
  const { access, parameters, body, answer, problems } = operation
  return (
    <div className="operation-body">
      <p>
        <strong>{words.access}</strong>
        {words.colon}
        {access.replaceAll(/[a-z-]+\.[a-z-]+/g, (name) =>
          name in permissions ? words.permission(name, permissions[name as Permission]) : name,
        )}
      </p>
      {parameters.length > 0 && <Parameters parameters={parameters} />}
      {body !== null && (
        <>
          <h3>{words.body}</h3>
          {body === 'bytes' ? <p>{words.bytes}</p> : <SchemaTree schema={body} />}
        </>
      )}
      <h3>{words.answer}</h3>
      {typeof answer === 'string' ? <p>{answer}</p> : <SchemaTree schema={answer} />}
      <h3>{words.example}</h3>
      <CopyText label={words.example} text={curlOf(operation, location.origin, words.token)} rows={2} />
      <Problems problems={problems} />
    </div>
  )
}

const Parameters = ({ parameters }: { readonly parameters: readonly Parameter[] }) => (
  <>
    <h3>{words.params}</h3>
    <ul className="schema">
      {parameters.map(({ name, in: place, required, schema }) => (
        <li key={name}>
          <code>{name}</code> <span className="quiet">{`${words.places[place]} · ${typeWords(schema)}`}</span>
          {!required && <span className="schema-optional"> {words.optional}</span>}
        </li>
      ))}
    </ul>
  </>
)

const Problems = ({ problems }: { readonly problems: readonly Problem[] }) => (
  <details>
    <summary>
      {words.problems} <span className="quiet">{problems.length}</span>
    </summary>
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{words.problemColumns.status}</th>
          <th scope="col">{words.problemColumns.code}</th>
          <th scope="col">{words.problemColumns.message}</th>
        </tr>
      </thead>
      <tbody>
        {problems.map(({ status, code, message }) => (
          <tr key={code}>
            <td>{status}</td>
            <td>
              <code>{code}</code>
            </td>
            <td className="quiet">{message}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
)
