/** Every part in every state, on a page of its own. Built for tests and for looking at (`vite build --mode gallery`); no part of the product. */
import '../theme/antd.css'
import '../theme/base.css'
import '../theme/print.css'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { Themed } from '../theme/themed.tsx'
import { paintGround } from '../theme/use-look.ts'
import { Gallery } from './gallery.tsx'

paintGround()
createRoot(document.getElementById('root') as HTMLElement).render(
  <BrowserRouter>
    <Themed>
      <main>
        <Gallery view={new URLSearchParams(location.search).get('view') ?? 'table'} />
      </main>
    </Themed>
  </BrowserRouter>,
)
