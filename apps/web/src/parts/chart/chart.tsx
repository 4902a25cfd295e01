/** A plot with its table: both are drawn from the same figures, so neither can say what the other does not. */
import type { EChartsType } from 'echarts/core'
import { useEffect, useRef, useState } from 'react'
import { useLook } from '../../theme/use-look.ts'
import { chart } from '../../wording/chart.ts'
import './chart.css'
import { type Look, optionOf, type Plot } from './option.ts'

interface Props {
  readonly plot: Plot
  /** Pixels. */
  readonly height?: number
  /** A click on a bar or slice: the name of its category. */
  readonly onChoose?: (category: string) => void
}

export function Chart({ plot, height = 260, onChoose }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const drawn = useRef<EChartsType>(null)
  const choose = useRef(onChoose)
  const [hasFailed, setFailed] = useState(false)
  const { shade } = useLook()
  choose.current = onChoose
  useEffect(() => {
    const element = place.current
    if (element === null) return
    let isGone = false
    const size = new ResizeObserver(() => drawn.current?.resize())
    // Plots are the largest part of the program: they are read when the first one is shown.
    import('./echarts.ts')
      .then(({ init }) => {
        if (isGone) return
        const made = init(element, null, { renderer: 'canvas' })
        made.setOption(optionOf(plot, look()))
        made.on('click', ({ name }) => choose.current?.(name))
        drawn.current = made
        size.observe(element)
      })
      .catch(() => setFailed(true))
    return () => {
      isGone = true
      size.disconnect()
      drawn.current?.dispose()
      drawn.current = null
    }
  }, [plot])
  useEffect(() => {
    // Read again when light turns to dark.
    if (shade) drawn.current?.setOption(optionOf(plot, look()), true)
  }, [shade, plot])
  const names = plot.series.map(({ name }) => name)
  return (
    <figure className="chart">
      <figcaption>{plot.title}</figcaption>
      {hasFailed ? (
        <p>{chart.failed}</p>
      ) : (
        <div className="chart-place no-print" role="img" aria-label={chart.described(plot.title, names)} style={{ height }} ref={place} />
      )}
      <details open={hasFailed}>
        <summary>{chart.data}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{plot.categoryTitle}</th>
              {names.map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plot.categories.map((category, index) => (
              <tr key={category}>
                <th scope="row">{category}</th>
                {plot.series.map(({ name, values }) => (
                  <td key={name}>{values[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

/** As the page looks at the moment. */
function look(): Look {
  const style = getComputedStyle(document.documentElement)
  const of = (name: string) => style.getPropertyValue(name).trim()
  return {
    text: of('--ant-color-text'),
    quiet: of('--ant-color-text-tertiary'),
    line: of('--ant-color-border-secondary'),
    ground: of('--ant-color-bg-elevated'),
    font: getComputedStyle(document.body).fontFamily,
  }
}
