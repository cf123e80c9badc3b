import type { LabelSpot } from '../spot/spot-labels'

/** What is printed in a table without cell borders, in order: the evidence that the readings of a form are built on. */
export type Evidence = LabelEvidence | FigureEvidence | WordEvidence

interface Span {
  /** `[from, to)` of the region's text. */
  from: number
  to: number
  /** Index of the printed line that it begins on. */
  line: number
}

/** A label of the form. */
export interface LabelEvidence extends Span {
  kind: 'label'
  spot: LabelSpot
}

/** What may be the content of a cell: a figure, a dash, or digits that cannot be read. */
export interface FigureEvidence extends Span {
  kind: 'figure'
  raw: string
  /**
   * The digits, where it is nothing but digits (and a sign before them), so that it may be cells run together: `-70` may be -7
   * and 0. Else ''.
   */
  digits: string
  /** Its number; null for a dash, a word, or what cannot be read. */
  value: number | null
  state: 'number' | 'dash' | 'text' | 'unreadable'
  /** Blank lines or a page mark stand before its line. */
  gap: boolean
}

/** Other words. */
export interface WordEvidence extends Span {
  kind: 'word'
  text: string
  /** A piece of a label of the form: 商业企 / 业, the characters of a vertical label. */
  fragment: boolean
}
