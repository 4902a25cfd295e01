/** Two fields of a form, `password` and `again`: what is asked of a password is ticked off while it is typed. */
import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import { Form, Input } from 'antd'
import { newPassword } from '../wording/sign-in.ts'
import './new-password.css'
import { type Owner, passwordHints } from './password-hints.ts'

interface Props {
  readonly label: string
  /** Whose password it will be: it must not hold their names. */
  readonly owner: Owner
}

export function NewPassword({ label, owner }: Props) {
  const typed = (Form.useWatch('password') as string | undefined) ?? ''
  const hints = passwordHints(typed, owner)
  return (
    <>
      <Form.Item
        name="password"
        label={label}
        rules={[
          { required: true, message: newPassword.needed },
          {
            validator: async (_, value: string | undefined) => {
              if (value && passwordHints(value, owner).some(({ isMet }) => !isMet)) throw new Error(newPassword.unmet)
            },
          },
        ]}
        validateTrigger="onBlur"
        extra={
          <>
            <p>{newPassword.advice}</p>
            <ul className="password-hints">
              {hints.map(({ hint, isMet }) => (
                <li
                  key={hint}
                  className={isMet ? 'is-met' : undefined}
                  aria-label={(isMet ? newPassword.met : newPassword.notMet)(newPassword.hints[hint])}
                >
                  {isMet ? <CheckCircleFilled /> : <MinusCircleOutlined />} {newPassword.hints[hint]}
                </li>
              ))}
            </ul>
          </>
        }
      >
        <Input.Password maxLength={256} autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={newPassword.again}
        dependencies={['password']}
        validateTrigger="onBlur"
        rules={[
          { required: true, message: newPassword.againNeeded },
          ({ getFieldValue }) => ({
            validator: async (_, value) => {
              if (value && value !== getFieldValue('password')) throw new Error(newPassword.differs)
            },
          }),
        ]}
      >
        <Input.Password maxLength={256} autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
