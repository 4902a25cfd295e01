/** A step of a calculation, as somebody reads it who has no list of our rules at hand. */

/** Numbers of our own lists: 勾稽 ID-13、ID-14; 指标目录 FI-06a, FI-06b. */
const OUR_NUMBER = '[A-Z]{1,3}-\\d{1,3}[a-z]?'
const OUR_REFERENCE = new RegExp(`(?:勾稽|指标目录)\\s*${OUR_NUMBER}(?:[、,，]\\s*${OUR_NUMBER})*`, 'g')
const BASIS = '依据：'
/** What is left in the brackets when a reference of ours is taken out: nothing, or a mark at its end. */
const LOOSE_END = /(?<=（)\s*[；、，]\s*|\s*[；、，]\s*(?=）)/g
const EMPTY_BRACKETS = /（\s*）/g

/** Only what we say of the basis has such numbers; words of the document stand in the other steps. */
export function plainStep(say: string): string {
  if (!say.startsWith(BASIS)) return say
  const plain = say.replace(OUR_REFERENCE, '')
  return plain === say ? say : plain.replace(LOOSE_END, '').replace(EMPTY_BRACKETS, '')
}
