/** antd in our look and our language, around everything. */
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/es/locale/zh_CN'
import type { ReactNode } from 'react'
import { themeOf } from './tokens.ts'
import { useLook } from './use-look.ts'

const themes = { light: themeOf('light'), dark: themeOf('dark') }

export function Themed({ children }: { readonly children: ReactNode }) {
  const { shade } = useLook()
  return (
    <ConfigProvider theme={themes[shade]} locale={zhCN} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <App>{children}</App>
    </ConfigProvider>
  )
}
