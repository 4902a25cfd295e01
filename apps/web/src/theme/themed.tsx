/** antd in our look and our language, around everything. */
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/es/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { type ReactNode, useRef } from 'react'
import { product } from '../wording/product.ts'
import { themeOf } from './tokens.ts'
import { useLook } from './use-look.ts'

// Months and weekdays of calendars.
dayjs.locale('zh-cn')

const themes = { light: themeOf('light'), dark: themeOf('dark') }

export function Themed({ children }: { readonly children: ReactNode }) {
  const { shade } = useLook()
  // Menus open here: readers of the screen find them as a part of the page.
  const popups = useRef<HTMLElement>(null)
  return (
    <ConfigProvider
      theme={themes[shade]}
      locale={zhCN}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      getPopupContainer={() => popups.current ?? document.body}
    >
      <App>{children}</App>
      <section ref={popups} aria-label={product.popups} />
    </ConfigProvider>
  )
}
