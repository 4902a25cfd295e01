/** Walks over the drawing operations of a page. */
import type { Limits } from '../../limits.ts'
import { toMatrix } from '../../pages/matrix.ts'
import type { PageContent } from '../../pages/page.ts'
import type { OperationNumbers, Operators } from './library.ts'
import { type PageFrame, PageWalker } from './page-walker.ts'

/** Words, rules and pictures of the page that the operations draw. */
export function pageContent(
  { fnArray, argsArray }: Operators,
  operations: OperationNumbers,
  frame: PageFrame,
  limits: Limits,
): PageContent {
  const walker = new PageWalker(frame, limits)
  const handlers = handlersOf(walker, operations)
  for (let i = 0; i < fnArray.length; i++) handlers[fnArray[i] as number]?.((argsArray[i] ?? []) as readonly unknown[])
  return walker.finish()
}

type Handler = (args: readonly unknown[]) => void

const figure = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

function handlersOf(walker: PageWalker, operations: OperationNumbers): readonly (Handler | undefined)[] {
  const named: Readonly<Record<string, Handler>> = {
    save: () => walker.save(),
    restore: () => walker.restore(),
    transform: (args) => walker.transform(toMatrix(args)),
    paintFormXObjectBegin: ([matrix]) => {
      walker.save()
      walker.transform(toMatrix(matrix))
    },
    paintFormXObjectEnd: () => walker.restore(),
    beginAnnotation: ([, , transform, matrix]) => {
      walker.save()
      walker.transform(toMatrix(transform))
      walker.transform(toMatrix(matrix))
    },
    endAnnotation: () => walker.restore(),
    beginMarkedContent: () => walker.beginLayer(true),
    beginMarkedContentProps: ([tag, group]) => (tag === 'OC' ? walker.beginGroup(group) : walker.beginLayer(true)),
    endMarkedContent: () => walker.endLayer(),
    beginText: () => walker.text.begin(),
    setTextMatrix: ([matrix]) => walker.text.begin(toMatrix(matrix)),
    moveText: ([x, y]) => walker.text.move(figure(x), figure(y)),
    setLeading: ([leading]) => {
      walker.text.leading = -figure(leading)
    },
    setLeadingMoveText: ([x, y]) => {
      walker.text.leading = figure(y)
      walker.text.move(figure(x), figure(y))
    },
    nextLine: () => walker.text.move(0, walker.text.leading),
    setCharSpacing: ([spacing]) => {
      walker.text.charSpacing = figure(spacing)
    },
    setWordSpacing: ([spacing]) => {
      walker.text.wordSpacing = figure(spacing)
    },
    setHScale: ([scale]) => {
      walker.text.scale = figure(scale) / 100
    },
    setTextRise: ([rise]) => {
      walker.text.rise = figure(rise)
    },
    setFont: ([name, size]) => walker.font(name, size),
    setGState: ([states]) => {
      for (const [key, value] of entriesIn(states)) if (key === 'Font' && Array.isArray(value)) walker.font(value[0], value[1])
    },
    showText: ([glyphs]) => walker.show(glyphs),
    constructPath: ([paint, data]) => {
      const [path] = Array.isArray(data) ? data : []
      walker.path(path, {
        isStroked: STROKING.some((name) => operations[name] === paint),
        isFilled: FILLING.some((name) => operations[name] === paint),
      })
    },
  }
  const handlers: Handler[] = []
  for (const [name, handler] of Object.entries(named)) {
    const number = operations[name]
    if (number !== undefined) handlers[number] = handler
  }
  return handlers
}

const STROKING = ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']
const FILLING = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']

function entriesIn(states: unknown): readonly (readonly [unknown, unknown])[] {
  return Array.isArray(states) ? states.filter((one): one is [unknown, unknown] => Array.isArray(one)) : []
}
