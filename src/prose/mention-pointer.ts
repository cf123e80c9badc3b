import type { Pointer } from '../types'

/** Most reports have fewer mentions. */
const kept = 1000

const pointers: Pointer[] = []

/** The pointer of a mention by its index; made once each, since a string made anew costs as much as reading a number. */
export function mentionPointer(index: number): Pointer {
  const known = pointers[index]
  if (known !== undefined) return known
  const pointer = `/mentions/${index}`
  if (index === pointers.length && index < kept) pointers.push(pointer)
  return pointer
}
