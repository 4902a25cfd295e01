/** The sample scheme as somebody would write it by hand, once and for this scheme alone: loops over typed arrays, points in whole hundredths. */

/** Figures in millionths of a 万元 and ten-thousandths of a percent, as the kernel has them. Totals in hundredths; grades 0 to 3. */
export function scoreByHand(column: (item: string) => Float64Array, count: number, totals: Float64Array, grades: Int8Array): void {
  totals.fill(0, 0, count)
  for (let k = 0; k < 14; k += 1) share(column(`done-${k}`), column(`planned-${k}`), 250, count, totals)
  for (let k = 0; k < 4; k += 1) change(column(`planned-${k}`), column(`before-${k}`), count, totals)
  for (let k = 0; k < 4; k += 1) deduct(column(`rate-${k}`), count, totals)
  for (let k = 4; k < 8; k += 1) linear(column(`rate-${k}`), count, totals)
  for (let k = 8; k < 12; k += 1) threshold(column(`rate-${k}`), count, totals)
  for (let k = 12; k < 18; k += 1) ratio(column(`rate-${k}`), count, totals)
  for (let k = 0; k < 4; k += 1) share(column(`done-${k}`), column(`before-${k}`), 275, count, totals)
  for (let i = 0; i < count; i += 1) {
    const total = totals[i] as number
    grades[i] = total >= 9000 ? 0 : total >= 8000 ? 1 : total >= 6000 ? 2 : 3
  }
}

function share(done: Float64Array, planned: Float64Array, weight: number, count: number, totals: Float64Array): void {
  for (let i = 0; i < count; i += 1) {
    const [n, d] = [done[i] as number, planned[i] as number]
    totals[i] = (totals[i] as number) + (n >= d ? weight : Math.floor((2 * weight * n + d) / (2 * d)))
  }
}

function change(planned: Float64Array, before: Float64Array, count: number, totals: Float64Array): void {
  for (let i = 0; i < count; i += 1) {
    const b = before[i] as number
    const x = 10 * ((planned[i] as number) - b)
    totals[i] = (totals[i] as number) + (x <= 0 ? 300 : x <= b ? 200 : x <= 2 * b ? 100 : x <= 3 * b ? 50 : 0)
  }
}

function deduct(rates: Float64Array, count: number, totals: Float64Array): void {
  for (let i = 0; i < count; i += 1) {
    const over = (rates[i] as number) - 600_000
    const left = 3_000_000 - over * 10
    totals[i] = (totals[i] as number) + (over <= 0 ? 300 : left <= 0 ? 0 : Math.floor((2 * left + 10_000) / 20_000))
  }
}

function linear(rates: Float64Array, count: number, totals: Float64Array): void {
  for (let i = 0; i < count; i += 1) {
    const rate = rates[i] as number
    totals[i] = (totals[i] as number) + (rate >= 900_000 ? 300 : rate <= 600_000 ? 0 : Math.floor((2 * (rate - 600_000) + 1000) / 2000))
  }
}

function threshold(rates: Float64Array, count: number, totals: Float64Array): void {
  for (let i = 0; i < count; i += 1) totals[i] = (totals[i] as number) + ((rates[i] as number) >= 500_000 ? 150 : 0)
}

function ratio(rates: Float64Array, count: number, totals: Float64Array): void {
  for (let i = 0; i < count; i += 1) {
    const rate = rates[i] as number
    totals[i] = (totals[i] as number) + (rate >= 950_000 ? 200 : Math.floor((400 * rate + 950_000) / 1_900_000))
  }
}
