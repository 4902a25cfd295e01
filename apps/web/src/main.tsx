import './theme/antd.css'
import './theme/base.css'
import './theme/print.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Root } from './root.tsx'
import { refuseStrayDrops } from './shell/stray-drops.ts'
import { paintGround } from './theme/use-look.ts'

paintGround()
refuseStrayDrops(document)
const place = document.getElementById('root')
if (place === null) throw new Error('index.html has no #root')
createRoot(place).render(
  <StrictMode>
    <Root />
  </StrictMode>,
)
