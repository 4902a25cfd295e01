import { Modal } from 'antd'
import { keysTitle, workbenchKeys } from '../wording/workbench.ts'
import '../parts/link-button.css'

export const KeysDialog = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => (
  <Modal open={isOpen} title={keysTitle} width={420} footer={null} onCancel={onClose}>
    <dl className="keys">
      {workbenchKeys.map(([key, does]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  </Modal>
)
