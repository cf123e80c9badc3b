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
  /** Where it stands across is estimated: it was printed behind another figure in one piece. */
  isLoose?: boolean
}
