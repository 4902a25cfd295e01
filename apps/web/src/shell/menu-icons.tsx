import {
  ApartmentOutlined,
  ApiOutlined,
  AuditOutlined,
  FileTextOutlined,
  FlagOutlined,
  HistoryOutlined,
  HomeOutlined,
  InboxOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { MenuKey } from './menu.ts'

export const menuIcons: Readonly<Record<MenuKey, ReactNode>> = {
  home: <HomeOutlined />,
  batches: <InboxOutlined />,
  documents: <FileTextOutlined />,
  findings: <FlagOutlined />,
  'self-checks': <AuditOutlined />,
  organisations: <ApartmentOutlined />,
  people: <TeamOutlined />,
  journal: <HistoryOutlined />,
  api: <ApiOutlined />,
}
