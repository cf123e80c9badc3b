import type { TextItem } from '../types'

/** What is used of a page of pdf.js. */
export interface PdfPage {
  getViewport(options: { scale: number }): { width: number; height: number; transform: number[] }
  getTextContent(): Promise<{ items: object[] }>
  cleanup(): unknown
}

/** A run of text as pdf.js gives it: `transform` leads from the run's own space to the page's, which begins at the bottom left. */
interface PdfRun {
  str: string
  transform: number[]
  width: number
}

/** Letters reach this far above their base line, in heights. */
const ASCENT = 0.85

/**
 * The texts of one page in points from its top left, after rotation: the page's own, and where most text runs upwards,
 * downwards or on its head, that of the text. Slanted text (a watermark) is left out.
 */
export async function pageItems(page: PdfPage, number: number): Promise<TextItem[]> {
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const runs = items.filter((item): item is PdfRun => 'str' in item && /\S/.test((item as PdfRun).str))
  const placed = runs.map((run) => ({ run, matrix: multiply(viewport.transform, run.transform) }))
  const upright = mostTurns(placed)
  page.cleanup()
  return placed.flatMap(({ run, matrix }) => {
    const turns = turnsOf(matrix)
    if (turns === null) return []
    const height = Math.hypot(matrix[2]!, matrix[3]!)
    const length = run.width
    const [x, y] = turn(matrix[4]!, matrix[5]!, upright, viewport)
    const box = boxOf(x, y, length, height, (turns - upright + 4) % 4)
    return [{ page: number, str: run.str, ...box }]
  })
}

/** Matrices as PDF writes them: [a b c d e f]. */
function multiply(m: number[], n: number[]): number[] {
  const [a, b, c, d, e, f] = m as [number, number, number, number, number, number]
  const [g, h, i, j, k, l] = n as [number, number, number, number, number, number]
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Quarter turns clockwise from level text; null for slanted text. */
function turnsOf([a, b]: number[]): number | null {
  const quarters = Math.atan2(b!, a!) / (Math.PI / 2)
  const turns = Math.round(quarters)
  return Math.abs(quarters - turns) < 0.1 ? (turns + 4) % 4 : null
}

/** The direction of most letters of the page. */
function mostTurns(placed: { run: PdfRun; matrix: number[] }[]): number {
  const letters = [0, 0, 0, 0]
  for (const { run, matrix } of placed) {
    const turns = turnsOf(matrix)
    if (turns !== null) letters[turns]! += run.str.length
  }
  return letters.indexOf(Math.max(...letters))
}

/** A point of the page after the page was turned back by so many quarters. */
function turn(
  x: number,
  y: number,
  turns: number,
  { width, height }: { width: number; height: number },
): [number, number] {
  if (turns === 1) return [y, width - x]
  if (turns === 2) return [width - x, height - y]
  if (turns === 3) return [height - y, x]
  return [x, y]
}

/** The box of a run that begins at (x, y) on its base line and runs right, down, left or up. */
function boxOf(x: number, y: number, length: number, height: number, turns: number): Omit<TextItem, 'page' | 'str'> {
  const above = height * ASCENT
  const below = height - above
  const box = [
    { x, y: y - above, width: length, height },
    { x: x - below, y, width: height, height: length },
    { x: x - length, y: y - below, width: length, height },
    { x: x - above, y: y - length, width: height, height: length },
  ][turns]!
  return { x: round(box.x), y: round(box.y), width: round(box.width), height: round(box.height) }
}

/** Hundredths of a point. */
function round(value: number): number {
  return Math.round(value * 100) / 100 + 0
}
