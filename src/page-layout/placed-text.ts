import type { Text } from '../tree'

/** A rectangle of a page: origin at its top left, any unit. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A piece of text and its place. */
export interface PlacedText extends Box {
  /** From 1. */
  page: number
  /** Usually one; several where the piece was cut at character references. */
  texts: Text[]
  /** Its place across the page is estimated: it was printed in one piece with another figure before it. */
  isLoose?: boolean
}
