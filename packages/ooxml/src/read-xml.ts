/** XML as events, piece by piece. The only file that knows the XML library. */
import { SaxesParser } from 'saxes'
import type { Package } from './open-package.ts'
import { encodingOf } from './part-text.ts'
import { PackageRefused } from './refusal.ts'

export type Attributes = Readonly<Record<string, string>>

/** Names come without their prefix: producers are free in them, and no two vocabularies that we read clash. */
export interface XmlHandler {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  readonly text?: (text: string) => void
}

/** Rejects with PackageRefused: a document type, too many levels, XML that is not well formed. */
export async function readXmlPart(from: Package, name: string, handler: XmlHandler, maxDepth: number): Promise<void> {
  const reader = xmlReader(name, handler, maxDepth)
  const decoder = decoderFor()
  await from.stream(name, (piece) => reader.write(decoder.write(piece)))
  reader.write(decoder.end())
  reader.close()
}

/** The same for XML that is at hand. Throws PackageRefused. */
export function readXml(xml: string, handler: XmlHandler, maxDepth: number): void {
  const reader = xmlReader('', handler, maxDepth)
  reader.write(xml)
  reader.close()
}

function xmlReader(part: string, handler: XmlHandler, maxDepth: number): { write: (xml: string) => void; close: () => void } {
  const parser = new SaxesParser<{ position: false }>({ position: false })
  let depth = 0
  parser.on('doctype', () => {
    throw new PackageRefused('doctype', part)
  })
  parser.on('error', (error) => {
    throw new PackageRefused('bad-xml', part, error.message)
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > maxDepth) throw new PackageRefused('too-deep', part)
    handler.open(local(name), localAttributes(attributes as Attributes))
  })
  parser.on('closetag', ({ name }) => {
    depth--
    handler.close(local(name))
  })
  const { text } = handler
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return { write: (xml) => parser.write(xml), close: () => parser.close() }
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Most elements of a sheet have no prefixed attribute: they are handed on as they are. */
function localAttributes(attributes: Attributes): Attributes {
  let isPrefixed = false
  for (const name in attributes) isPrefixed ||= name.includes(':')
  if (!isPrefixed) return attributes
  const named: Record<string, string> = {}
  for (const name in attributes) named[local(name)] = attributes[name] as string
  return named
}

/** XML is UTF-8 or UTF-16 with its mark. */
function decoderFor(): { write: (piece: Uint8Array) => string; end: () => string } {
  let decoder: InstanceType<typeof TextDecoder> | null = null
  return {
    write: (piece) => {
      decoder ??= new TextDecoder(encodingOf(piece))
      return decoder.decode(piece, { stream: true })
    },
    end: () => decoder?.decode() ?? '',
  }
}
