/** The document at the left with its marks, the findings at the right: each leads to the other. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import type { DocumentDetail, DocumentView, Finding } from '@jiheng/contract'
import { Button } from 'antd'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { Split } from '../parts/split.tsx'
import { phone, useMedia } from '../parts/use-media.ts'
import { workbench as words } from '../wording/workbench.ts'
import { ComparePane, CompareSelect } from './compare-pane.tsx'
import { DeskContext } from './desk.ts'
import { EndPanel } from './end-panel.tsx'
import { everything, filtered, isFiltered } from './findings/filter.ts'
import { FindingDock } from './findings/finding-dock.tsx'
import { FindingList } from './findings/finding-list.tsx'
import { FindingTools } from './findings/finding-tools.tsx'
import { Follow } from './follow.tsx'
import { History } from './history.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { isFromSelfCheck, useNeighbours } from './neighbours.ts'
import { NoFindings } from './no-findings.tsx'
import { Notes } from './notes.tsx'
import { DocumentPaper } from './paper/document-paper.tsx'
import { createMarkStore } from './paper/mark-store.ts'
import type { PaperHandle } from './paper/paper.ts'
import { firstSentBack, isSentBack, SentBack } from './sent-back.tsx'
import { useDeskOf } from './use-desk-of.ts'
import { useKeys } from './use-keys.ts'
import './workbench.css'

interface Props {
  readonly detail: DocumentDetail
  readonly view: DocumentView
  readonly findings: readonly Finding[]
}

export function Workbench({ detail, view, findings }: Props) {
  const [search, setSearch] = useSearchParams()
  const navigate = useNavigate()
  const neighbours = useNeighbours(detail)
  const isPhone = useMedia(phone)
  const [side, setSide] = useState<'paper' | 'findings'>('findings')
  const [filter, setFilter] = useState(everything)
  const [isHelp, setHelp] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const paper = useRef<PaperHandle>(null)
  // The field follows the keys at once, the list as soon as it can.
  const wanted = useDeferredValue(filter)
  const shownNow = useMemo(() => filtered(findings, wanted), [findings, wanted])
  const shown = useRef(shownNow)
  shown.current = shownNow
  const [first] = useState(() => search.get('finding') ?? firstOf(detail, findings)?.id ?? null)
  const desk = useDeskOf({ detail, findings, shown, paper, first, onShowPaper: () => setSide('paper') })
  const step = useKeys({
    desk,
    shown,
    neighbours,
    onFilter: () => field.current?.focus(),
    onClear: () => setFilter(everything),
    onHelp: () => setHelp(true),
  })

  const compared = search.get('compare')
  const compare = (other: string | null) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (other === null) next.delete('compare')
        else next.set('compare', other)
        // The finding in the address goes along unseen by the router.
        const { current } = desk.state.get()
        if (current !== null) next.set('finding', current)
        return next
      },
      { replace: true },
    )

  const store = useMemo(() => createMarkStore(view.marks), [view.marks])

  const chooseFromPaper = (finding: string) => {
    desk.choose(finding)
    setSide('findings')
  }
  /** What the list is about to show: it may be a moment behind the field. */
  const enterList = () => {
    const meant = filtered(findings, filter)
    const [top] = meant
    if (top !== undefined && !meant.some(({ id }) => id === desk.state.get().current)) desk.choose(top.id)
  }
  const label = detail.fileName
  const left = (
    <div className={`papers${compared === null ? '' : ' is-double'}`} hidden={isPhone && side !== 'paper'}>
      <div className="pane">
        <h2 className="unseen">{words.paper}</h2>
        <div className="pane-head no-print">
          <span className="pane-name" title={label}>
            {label}
          </span>
          {compared === null && <CompareSelect detail={detail} compared={null} onCompare={compare} />}
        </div>
        <DocumentPaper document={detail.id} view={view} label={words.paper} store={store} onChoose={chooseFromPaper} handle={paper} />
      </div>
      {compared !== null && <ComparePane detail={detail} compared={compared} onCompare={compare} />}
    </div>
  )
  const right = (
    <div className="pane pane-findings" hidden={isPhone && side !== 'findings'}>
      <h2 className="unseen">{words.findings}</h2>
      <SentBack detail={detail} />
      {findings.length > 0 && (
        <FindingTools
          findings={findings}
          shown={shownNow.length}
          filter={filter}
          onFilter={setFilter}
          field={field}
          onStep={step}
          onHelp={() => setHelp(true)}
          onEnter={enterList}
        />
      )}
      <FindingList
        findings={shownNow}
        above={
          <>
            <History detail={detail} />
            {findings.length === 0 ? (
              <NoFindings detail={detail} />
            ) : (
              <EndPanel detail={detail} findings={findings} neighbours={neighbours} />
            )}
            {shownNow.length === 0 && isFiltered(wanted) && <p className="no-match">{words.noMatch}</p>}
          </>
        }
        below={<Notes detail={detail} />}
      />
      <FindingDock findings={findings} shown={shownNow} />
      <div className="pane-foot no-print">
        <Button
          size="small"
          icon={<LeftOutlined />}
          disabled={neighbours.previous === null}
          title={neighbours.previous === null ? undefined : words.previousOf(neighbours.previous.title)}
          onClick={() => neighbours.previous && void navigate(`/documents/${neighbours.previous.id}`)}
        >
          {words.previousDocument} <kbd>[</kbd>
        </Button>
        {neighbours.at > 0 && !isFromSelfCheck(detail) && (
          <Link to={`/batches/${detail.batch}`}>{words.placeInBatch(neighbours.at, neighbours.all)}</Link>
        )}
        <Button
          size="small"
          disabled={neighbours.next === null}
          title={neighbours.next === null ? undefined : words.nextOf(neighbours.next.title)}
          onClick={() => neighbours.next && void navigate(`/documents/${neighbours.next.id}`)}
        >
          {words.nextDocument} <kbd>]</kbd> <RightOutlined />
        </Button>
      </div>
    </div>
  )
  return (
    <DeskContext value={desk}>
      <Follow findings={findings} shown={shownNow} store={store} paper={paper} isPaperShown={!isPhone || side === 'paper'} />
      <div className="workbench">
        {isPhone ? (
          <>
            <div className="sides no-print">
              <button type="button" aria-pressed={side === 'findings'} onClick={() => setSide('findings')}>
                {words.toFindings(findings.length)}
              </button>
              <button type="button" aria-pressed={side === 'paper'} onClick={() => setSide('paper')}>
                {words.toPaper}
              </button>
            </div>
            {right}
            {left}
          </>
        ) : (
          <Split label={words.panes} left={left} right={right} />
        )}
      </div>
      <KeysDialog isOpen={isHelp} onClose={() => setHelp(false)} />
    </DeskContext>
  )
}

const firstOf = (detail: DocumentDetail, findings: readonly Finding[]): Finding | undefined =>
  (isSentBack(detail) ? firstSentBack(findings) : undefined) ?? findings.find(({ status }) => status === 'open') ?? findings[0]
