/** Numbers of one block; made anew only for a longer one. */
export class Scratch {
  #array = new Float64Array(0)

  of(count: number): Float64Array {
    if (this.#array.length < count) this.#array = new Float64Array(count)
    return this.#array
  }
}
