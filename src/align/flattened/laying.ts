import type { FormRow, Sum } from './form-rows'

/** What can be laid into the cells of a form: a figure, or one that can be none of its cells. */
export interface Piece {
  /** Its number; a dash is 0; null for what can be no cell of the form. */
  value: number | null
  /** Its place among all pieces, for the caller. */
  id: number
  /** Blank lines stand before it. */
  gap: boolean
  /** The rows `[from, to)` that it may be of: whole rows at their labels stand before and behind the others. */
  room: [from: number, to: number]
}

/** Pieces that no words part. */
export interface Run {
  pieces: Piece[]
  /** Its first figures may be of another form: words of that one stand before them. */
  isCutBefore: boolean
  /** The same for its last figures and the words behind them. */
  isCutBehind: boolean
}

/** A way to lay the pieces out: by cell (row × width + column) the id of the piece, or `NO_PIECE`. */
export type Laying = Int16Array

/** A table to be filled. */
export interface LayingTask {
  /** The rows of one block of the form, all as wide. */
  rows: FormRow[]
  columnSums: Sum[]
  /** Pieces that labels bind already, by cell; rows begin with them. Every way to bind them is tried. */
  starts: Laying[]
  /** The other figures, words between two runs. */
  runs: Run[]
  /** By id of a piece its number. */
  values: number[]
  /** Of the pieces before this id only so many may be left: the table that may have the others begins behind them. */
  lead: { end: number; most: number }
  /** Does what is left of the figures bear a way out? */
  fits: (laying: Laying) => boolean
}

/** What the search found. */
export interface Layings {
  /** All ways of least cost that satisfy every sum; those with the same values as one. */
  found: Laying[]
  /** The bound on the work was met: nothing is proved. */
  limited: boolean
}

/** A cell that has no piece yet. */
export const NO_PIECE = -1
