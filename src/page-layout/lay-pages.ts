import type { Flow, Text } from '../tree'

/** A text and its place on a page. */
export interface PlacedText {
  text: Text
  page: number
  x: number
  y: number
  width: number
  height: number
}

/** Items to lines, cells and tables. */
export function layPages(_items: PlacedText[]): Flow[] {
  return []
}
