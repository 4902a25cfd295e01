import { describe, expect, test } from 'vitest'
import { isMeant } from '../../src/upload/read-drop.ts'
import { createUploadQueue, type Upload } from '../../src/upload/upload-queue.ts'

const files = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `${at}.docx`, file: new File(['x'], `${at}.docx`) }))
const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

/** A queue whose server answers as `answer` says, by the number of the try. */
function queueOf(answer: (upload: Upload, attempt: number) => Promise<{ isRepeated: boolean }>, mayPass = () => false) {
  let made = 0
  let running = 0
  let most = 0
  const tries = new Map<string, number>()
  const queue = createUploadQueue({
    newId: () => `id-${made++}`,
    mayPass,
    pause: async () => {},
    send: async (upload) => {
      const attempt = (tries.get(upload.name) ?? 0) + 1
      tries.set(upload.name, attempt)
      running++
      most = Math.max(most, running)
      await Promise.resolve()
      try {
        return await answer(upload, attempt)
      } finally {
        running--
      }
    },
  })
  return { queue, most: () => most, tries, states: () => queue.uploads().map(({ state }) => state) }
}

describe('files on their way', () => {
  test('three at once, each by itself, until all have arrived', async () => {
    const { queue, most, states } = queueOf(async () => ({ isRepeated: false }))
    queue.add('batch', files(10))
    await settled()
    expect(most()).toBe(3)
    expect(new Set(states())).toEqual(new Set(['done']))
  })

  test('a refusal costs one file alone, and is tried again when asked', async () => {
    const { queue, states } = queueOf(async ({ name }, attempt) => {
      if (name === '1.docx' && attempt === 1) throw new Error('refused')
      return { isRepeated: false }
    })
    queue.add('batch', files(3))
    await settled()
    expect(states()).toEqual(['done', 'failed', 'done'])
    queue.retry('batch')
    await settled()
    expect(states()).toEqual(['done', 'done', 'done'])
  })

  test('what may pass by itself is tried three times', async () => {
    const { queue, states, tries } = queueOf(
      async () => {
        throw new Error('no answer')
      },
      () => true,
    )
    queue.add('batch', files(1))
    await settled()
    expect(tries.get('0.docx')).toBe(3)
    expect(states()).toEqual(['failed'])
  })

  test('repeated files are told apart, and cancelling keeps what has arrived', async () => {
    const { queue, states } = queueOf(({ name }) => (name === '0.docx' ? Promise.resolve({ isRepeated: true }) : new Promise(() => {})))
    queue.add('batch', files(6))
    await settled()
    queue.cancel('batch')
    expect(states()[0]).toBe('repeated')
    expect(states().slice(4)).toEqual(['cancelled', 'cancelled'])
  })

  test('what is cancelled between two tries is not tried again', async () => {
    let goOn = () => {}
    let sent = 0
    const queue = createUploadQueue({
      send: async () => {
        sent++
        throw new Error('no answer')
      },
      newId: () => 'one',
      mayPass: () => true,
      pause: () =>
        new Promise((resolve) => {
          goOn = resolve
        }),
    })
    queue.add('batch', files(1))
    await settled()
    queue.cancel('batch')
    goOn()
    await settled()
    expect([sent, queue.uploads().map(({ state }) => state)]).toEqual([1, ['cancelled']])
  })

  test('what programs leave in folders is left out', () => {
    expect(['~$报告.docx', '.DS_Store', 'a/Thumbs.db', '__MACOSX/a.docx', '局/报告.docx'].filter((name) => isMeant({ name }))).toEqual([
      '局/报告.docx',
    ])
  })
})
