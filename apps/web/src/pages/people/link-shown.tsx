import type { Account } from '@jiheng/contract'
import { Button, Modal } from 'antd'
import { useWork } from '../../api/use-session.ts'
import { CopyText } from '../../parts/copy-text.tsx'
import { localTime } from '../../parts/time.tsx'
import { people } from '../../wording/people.ts'

const words = people.link

interface Props {
  readonly kind: 'invite' | 'reset'
  readonly account: Pick<Account, 'name' | 'loginName'>
  readonly link: { readonly address: string; readonly expiresAt: string }
  readonly onClose: () => void
}

/** A one-time link, shown once: to hand on by chat, telephone or paper; e-mail is nowhere assumed. */
export function LinkShown({ kind, account: { name, loginName }, link: { address, expiresAt }, onClose }: Props) {
  const { region } = useWork()
  const until = localTime(expiresAt)
  return (
    <Modal
      open
      title={words.titles[kind]}
      width={560}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {words.close}
        </Button>
      }
    >
      <div className="section">
        <p>{words.about}</p>
        <div>
          <p className="quiet">{words.until(until)}</p>
          <CopyText label={words.address} text={address} />
        </div>
        <div>
          <p className="quiet">{words.message}</p>
          <CopyText label={words.message} text={words.words(name, loginName, address, until, region.name)} rows={4} />
        </div>
        <p className="quiet">{words.once}</p>
      </div>
    </Modal>
  )
}
