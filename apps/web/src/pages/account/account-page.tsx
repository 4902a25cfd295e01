import { useWork } from '../../api/use-session.ts'
import { Page } from '../../parts/page.tsx'
import { account as words } from '../../wording/account.ts'
import './account-page.css'
import { PasswordSection } from './password-section.tsx'
import { PostsSection } from './posts-section.tsx'
import { SecondFactorSection } from './second-factor-section.tsx'
import { SessionsSection } from './sessions-section.tsx'
import { TokensSection } from './tokens-section.tsx'

/** What a person governs of their own sign-in. */
export function AccountPage() {
  const { account } = useWork()
  return (
    <Page title={words.title} extra={<span className="quiet">{`${account.name} · ${account.loginName}`}</span>}>
      <div className="account">
        <PostsSection />
        <PasswordSection />
        <SecondFactorSection />
        <SessionsSection />
        <TokensSection />
      </div>
    </Page>
  )
}
