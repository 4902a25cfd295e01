/** The look of antd: quiet, dense, dark text on light ground, every pair of colours at least 4.5 to 1. */
import { type ThemeConfig, theme } from 'antd'

export type Shade = 'light' | 'dark'

const fontFamily =
  '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif'

/** One class a shade: antd hangs its variables on it, and so do our own style sheets. */
export const shadeClass = (shade: Shade) => `shade-${shade}`

export function themeOf(shade: Shade): ThemeConfig {
  const isDark = shade === 'dark'
  return {
    zeroRuntime: true,
    hashed: false,
    cssVar: { key: shadeClass(shade) },
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily,
      fontSize: 14,
      borderRadius: 4,
      wireframe: false,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
      ...(isDark ? darkColours : lightColours),
    },
    components: {
      Button: { fontWeight: 400, primaryShadow: 'none', defaultShadow: 'none' },
      Form: { itemMarginBottom: 20 },
    },
  }
}

const lightColours = {
  colorPrimary: '#1f5a96',
  colorInfo: '#1f5a96',
  colorLink: '#1f5a96',
  colorSuccess: '#2a7a3b',
  colorWarning: '#96590a',
  colorError: '#b42318',
  colorBgLayout: '#f2f4f7',
  colorText: '#1d2530',
  colorTextSecondary: '#46515f',
  // antd gives these a quarter and nearly half of black, which is too pale to read.
  colorTextTertiary: '#5a6573',
  colorTextDescription: '#5a6573',
  colorTextPlaceholder: '#667080',
  colorTextDisabled: '#6b7482',
  colorBorder: '#c3cad3',
  colorBorderSecondary: '#e1e5ea',
}

const darkColours = {
  colorPrimary: '#2f74b8',
  // antd would pale it until white words on it cannot be read.
  colorPrimaryHover: '#3979ba',
  colorInfo: '#6aa9e6',
  colorLink: '#82b8ee',
  colorSuccess: '#6cc07f',
  colorWarning: '#e0a94a',
  colorError: '#f0857b',
  colorBgBase: '#12171d',
  colorBgLayout: '#0d1116',
  colorBgContainer: '#161c23',
  colorBgElevated: '#1d242d',
  colorTextBase: '#e6eaef',
  colorText: '#e6eaef',
  colorTextSecondary: '#b9c2cc',
  colorTextTertiary: '#a3adb9',
  colorTextDescription: '#a3adb9',
  colorTextPlaceholder: '#929daa',
  colorTextDisabled: '#8a94a1',
  colorBorder: '#3b4652',
  colorBorderSecondary: '#29323c',
}
