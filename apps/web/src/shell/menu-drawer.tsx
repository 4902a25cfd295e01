/** The menu of a phone. A <dialog>: the browser keeps the focus inside and closes it on Escape. */
import { CloseOutlined, MenuOutlined } from '@ant-design/icons'
import { useRef } from 'react'
import { shell } from '../wording/shell.ts'
import { MenuList } from './side-menu.tsx'

export function MenuDrawer() {
  const drawer = useRef<HTMLDialogElement>(null)
  const close = () => drawer.current?.close()
  return (
    <>
      <button type="button" className="bar-button only-phone" aria-label={shell.openMenu} onClick={() => drawer.current?.showModal()}>
        <MenuOutlined />
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a tap beside the drawer closes it; keys have Escape and the button */}
      <dialog ref={drawer} className="menu-drawer" aria-label={shell.menu} onClick={(event) => event.target === drawer.current && close()}>
        <button type="button" className="bar-button" aria-label={shell.closeMenu} onClick={close}>
          <CloseOutlined />
        </button>
        <nav aria-label={shell.menu}>
          <MenuList onGo={close} />
        </nav>
      </dialog>
    </>
  )
}
