/** The second factor: asked for by password, read off a picture, confirmed by a first code; then the spare codes, once. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, QRCode } from 'antd'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import { sessionKey, useWork } from '../../api/use-session.ts'
import { CopyText } from '../../parts/copy-text.tsx'
import { FieldsDialog } from '../../parts/fields-dialog.tsx'
import { ProblemAlert } from '../../parts/problem-alert.tsx'
import { Section } from '../../parts/section.tsx'
import { Tag } from '../../parts/tag.tsx'
import { account as accountWords } from '../../wording/account.ts'

const words = accountWords.secondFactor

type Step =
  | { readonly kind: 'rest' | 'asking' | 'removing' }
  | { readonly kind: 'showing'; readonly address: string; readonly secret: string }
  | { readonly kind: 'spare'; readonly codes: readonly string[] }

interface WithPassword {
  readonly password: string
}

export function SecondFactorSection() {
  const { account } = useWork()
  const cache = useQueryClient()
  const { message } = App.useApp()
  const [step, setStep] = useState<Step>({ kind: 'rest' })
  const rest = () => setStep({ kind: 'rest' })
  const changed = () => cache.invalidateQueries({ queryKey: sessionKey })
  const begin = async ({ password }: WithPassword) => {
    const { address, secret } = await client.call('second-factor.begin', { body: { password } })
    setStep({ kind: 'showing', address, secret })
  }
  const remove = async ({ password }: WithPassword) => {
    await client.call('second-factor.remove', { body: { password } })
    await changed()
    void message.success(words.removed)
  }
  const actions = account.hasSecondFactor ? (
    <Button danger onClick={() => setStep({ kind: 'removing' })}>
      {words.remove}
    </Button>
  ) : (
    <Button onClick={() => setStep({ kind: 'asking' })}>{words.enable}</Button>
  )
  return (
    <Section
      title={words.title}
      about={
        <>
          <Tag tone={account.hasSecondFactor ? 'good' : 'quiet'}>{account.hasSecondFactor ? words.on : words.off}</Tag> {words.about}
        </>
      }
      actions={step.kind === 'rest' && actions}
    >
      {step.kind === 'asking' && (
        <FieldsDialog<WithPassword>
          title={words.title}
          confirm={words.next}
          onSubmit={begin}
          onClose={() => setStep((now) => (now.kind === 'asking' ? { kind: 'rest' } : now))}
        >
          <PasswordField />
        </FieldsDialog>
      )}
      {step.kind === 'removing' && (
        <FieldsDialog<WithPassword> title={words.removeTitle} confirm={words.remove} onSubmit={remove} onClose={rest}>
          <p>{words.removeWhy}</p>
          <PasswordField />
        </FieldsDialog>
      )}
      {step.kind === 'showing' && (
        <Confirming
          address={step.address}
          secret={step.secret}
          onCancel={rest}
          onConfirmed={(codes) => {
            setStep({ kind: 'spare', codes })
            void changed()
          }}
        />
      )}
      {step.kind === 'spare' && <SpareCodes codes={step.codes} onKept={rest} />}
    </Section>
  )
}

const PasswordField = () => (
  <Form.Item name="password" label={words.confirmPassword} rules={[{ required: true, message: words.confirmPassword }]}>
    <Input.Password autoFocus autoComplete="current-password" maxLength={256} />
  </Form.Item>
)

interface ConfirmingProps {
  readonly address: string
  readonly secret: string
  readonly onCancel: () => void
  readonly onConfirmed: (codes: readonly string[]) => void
}

function Confirming({ address, secret, onCancel, onConfirmed }: ConfirmingProps) {
  const confirming = useMutation({
    mutationFn: ({ code }: { readonly code: string }) => client.call('second-factor.confirm', { body: { code: code.trim() } }),
    onSuccess: ({ spareCodes }) => onConfirmed(spareCodes),
  })
  return (
    <div className="account-factor">
      <div>
        <p>{words.scan}</p>
        <QRCode value={address} size={180} color="#000000" bgColor="#ffffff" bordered={false} aria-label={words.qr} />
      </div>
      <div>
        <p>{words.secret}</p>
        <CopyText label={words.secret} text={secret} />
        <Form
          className="account-form"
          layout="vertical"
          requiredMark={false}
          onFinish={(filled: { readonly code: string }) => confirming.mutate(filled)}
        >
          <Form.Item name="code" label={words.code} rules={[{ required: true, pattern: /^\s*\d{6}\s*$/, message: words.codeNeeded }]}>
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={8} autoFocus />
          </Form.Item>
          <ProblemAlert error={confirming.error} />
          <div className="account-buttons">
            <Button type="primary" htmlType="submit" loading={confirming.isPending}>
              {words.confirm}
            </Button>
            <Button onClick={onCancel}>{words.cancel}</Button>
          </div>
        </Form>
      </div>
    </div>
  )
}

function SpareCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const { account } = useWork()
  return (
    <div className="print-alone">
      <h3 className="only-print">{words.sheet(account.name, account.loginName)}</h3>
      <p>
        <strong>{words.spareTitle}</strong>
      </p>
      <p className="quiet">{words.spareHint}</p>
      <ul className="account-codes" aria-label={words.spareList}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="account-buttons no-print">
        <Button type="primary" onClick={() => print()}>
          {words.print}
        </Button>
        <Button onClick={onKept}>{words.kept}</Button>
      </div>
    </div>
  )
}
