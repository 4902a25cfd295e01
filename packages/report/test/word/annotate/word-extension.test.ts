import { commentedDocx } from '@jiheng/report'
import { describe, expect, it } from 'vitest'
import { makeZip, readZip } from '../../../../../bench/formats/make-zip.ts'
import { accused, p, wordFile } from './word-file.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const MACRO = 'application/vnd.ms-word'

describe('the copy of a Word file is called', () => {
  it.each([
    ['docx', `${TYPE}.document.main+xml`],
    ['docm', `${MACRO}.document.macroEnabled.main+xml`],
    ['dotx', `${TYPE}.template.main+xml`],
    ['dotm', `${MACRO}.template.macroEnabledTemplate.main+xml`],
  ] as const)('.%s by its content', async (extension, type) => {
    const override = `<Override PartName="/word/document.xml" ContentType="${type}"/></Types>`
    const members = readZip(wordFile({ body: p('执行率为95%。') })).map(({ name, content }) => ({
      name,
      content: content.toString('latin1'),
    }))
    const bytes = makeZip(
      members.map(({ name, content }) => ({ name, content: Buffer.from(content.replace('</Types>', override), 'latin1') })),
    )
    const copy = await commentedDocx(bytes, await accused(bytes, ['95%']))
    expect({ extension: copy.extension, marked: copy.marked }).toEqual({ extension, marked: 1 })
  })

  it('.docx where its types do not say', async () => {
    const bytes = wordFile({ body: p('执行率为95%。') })
    expect((await commentedDocx(bytes, await accused(bytes, ['95%']))).extension).toBe('docx')
  })
})
