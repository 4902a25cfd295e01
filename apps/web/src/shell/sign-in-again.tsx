/** The session ended while somebody was at work: they sign in over the page, and everything they typed is still there. */
import type { Me } from '@jiheng/contract'
import { Button, Modal } from 'antd'
import { SignInForm } from '../pages/sign-in-form.tsx'
import { signIn } from '../wording/sign-in.ts'

interface Props {
  readonly loginName: string
  readonly onSignedIn: (me: Me) => void
  /** Somebody else sits down here. */
  readonly onLeave: () => void
}

export const SignInAgain = ({ loginName, onSignedIn, onLeave }: Props) => (
  <Modal
    open
    title={signIn.again}
    width={400}
    closable={false}
    mask={{ closable: false }}
    keyboard={false}
    footer={
      <Button type="link" onClick={onLeave}>
        {signIn.leave}
      </Button>
    }
  >
    <p className="dialog-about">{signIn.againHint}</p>
    <SignInForm loginName={loginName} onSignedIn={onSignedIn} />
  </Modal>
)
