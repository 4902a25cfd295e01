/** An exact sum of many decimals: brought to one scale while it grows, and to its canonical form once, at the end. */
import { type Decimal, decimalOf, tenTo } from '@jiheng/quantity'

export class ExactSum {
  #coefficient = 0n
  #scale = 0

  add({ coefficient, scale }: Decimal): void {
    this.#takeScale(scale)
    this.#coefficient += scale === this.#scale ? coefficient : coefficient * tenTo(this.#scale - scale)
  }

  subtract({ coefficient, scale }: Decimal): void {
    this.#takeScale(scale)
    this.#coefficient -= scale === this.#scale ? coefficient : coefficient * tenTo(this.#scale - scale)
  }

  get value(): Decimal {
    return decimalOf(this.#coefficient, this.#scale)
  }

  #takeScale(scale: number): void {
    if (scale <= this.#scale) return
    this.#coefficient *= tenTo(scale - this.#scale)
    this.#scale = scale
  }
}
