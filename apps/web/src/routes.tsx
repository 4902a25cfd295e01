/** Every page and its address. Pages are read when they are first opened. */
import { type ComponentType, lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { StateView } from './parts/state-view.tsx'
import { Boundary } from './shell/boundary.tsx'
import { Frame } from './shell/frame.tsx'

const SignInPage = lazy(() => import('./pages/sign-in-page.tsx').then(({ SignInPage }) => ({ default: SignInPage })))
const SetUpPage = lazy(() => import('./pages/set-up-page.tsx').then(({ SetUpPage }) => ({ default: SetUpPage })))
const LinkPage = lazy(() => import('./pages/link-page.tsx').then(({ LinkPage }) => ({ default: LinkPage })))

/** Inside the frame, for people who are signed in. */
const inFrame: Readonly<Record<string, ComponentType>> = {
  '/batches': lazy(() => import('./pages/batches-page.tsx').then(({ BatchesPage }) => ({ default: BatchesPage }))),
  '/batches/:batch': lazy(() => import('./pages/batch-page.tsx').then(({ BatchPage }) => ({ default: BatchPage }))),
  '/self-checks': lazy(() => import('./pages/self-checks-page.tsx').then(({ SelfChecksPage }) => ({ default: SelfChecksPage }))),
  '/findings': lazy(() => import('./pages/findings-page.tsx').then(({ FindingsPage }) => ({ default: FindingsPage }))),
  '/documents/:document': lazy(() => import('./pages/document-page.tsx').then(({ DocumentPage }) => ({ default: DocumentPage }))),
  '/': lazy(() => import('./pages/home-page.tsx').then(({ HomePage }) => ({ default: HomePage }))),
  '/account': lazy(() => import('./pages/account/account-page.tsx').then(({ AccountPage }) => ({ default: AccountPage }))),
  '/documents': lazy(() =>
    import('./pages/documents-list/documents-list-page.tsx').then(({ DocumentsListPage }) => ({ default: DocumentsListPage })),
  ),
  '/search': lazy(() => import('./pages/search/search-page.tsx').then(({ SearchPage }) => ({ default: SearchPage }))),
  '/journal': lazy(() => import('./pages/journal/journal-page.tsx').then(({ JournalPage }) => ({ default: JournalPage }))),
  '/journal/seals': lazy(() => import('./pages/journal/seals-page.tsx').then(({ SealsPage }) => ({ default: SealsPage }))),
  '/api-guide': lazy(() => import('./pages/api-guide/api-guide-page.tsx').then(({ ApiGuidePage }) => ({ default: ApiGuidePage }))),
  '/people': lazy(() => import('./pages/people/people-page.tsx').then(({ PeoplePage }) => ({ default: PeoplePage }))),
  '/people/roles': lazy(() => import('./pages/people/roles-page.tsx').then(({ RolesPage }) => ({ default: RolesPage }))),
  '/people/hand-overs': lazy(() => import('./pages/people/hand-overs-page.tsx').then(({ HandOversPage }) => ({ default: HandOversPage }))),
  '/people/:account': lazy(() => import('./pages/people/person-page.tsx').then(({ PersonPage }) => ({ default: PersonPage }))),
  '/organisations': lazy(() =>
    import('./pages/organisations/organisations-page.tsx').then(({ OrganisationsPage }) => ({ default: OrganisationsPage })),
  ),
  '/organisations/import': lazy(() =>
    import('./pages/organisations/import-page.tsx').then(({ OrganisationImportPage }) => ({ default: OrganisationImportPage })),
  ),
  '/organisations/:organisation': lazy(() =>
    import('./pages/organisations/organisation-page.tsx').then(({ OrganisationPage }) => ({ default: OrganisationPage })),
  ),
}

export function Pages() {
  return (
    <Boundary>
      <Suspense fallback={<StateView kind="loading" />}>
        <Routes>
          <Route path="/sign-in" element={<SignInPage />} />
          <Route path="/setup" element={<SetUpPage />} />
          <Route path="/link" element={<LinkPage />} />
          <Route element={<Frame />}>
            {Object.entries(inFrame).map(([path, Page]) => (
              <Route key={path} path={path} element={<Page />} />
            ))}
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Routes>
      </Suspense>
    </Boundary>
  )
}
