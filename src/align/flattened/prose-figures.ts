import { type AxisLeaf, headLeaves } from '../../form/form-leaves'
import { labelWords, type WordStream, wordStream } from '../../spot/word-stream'
import type { AxisRule, Form } from '../../types'

/** Figures that a sentence of the running text states for columns of a form. */
export interface ProseReading {
  columns: number[]
  values: number[]
}

/** A sentence of the running text that holds a figure. */
export interface ProseSentence {
  text: string
  stream: WordStream
}

/** The sentences of the running text that hold figures. */
export function proseSentences(prose: string): ProseSentence[] {
  return prose
    .split(/[。；;！？!?]/)
    .flatMap((text) => (/[0-9０-９]/.test(text) ? [{ text, stream: wordStream(text) }] : []))
}

/**
 * Finds sentences that name a group of columns and then every column of it, each with its figure:
 * `行政复议351件，其中结果维持72件，结果纠正64件，其他结果178件，尚未审结37件`.
 * The total of the group may stand with the group's own name. Only whole groups count: a sentence that names some proves nothing.
 */
export function proseFigures(form: Form, sentences: ProseSentence[]): ProseReading[] {
  const groups = form.blocks.flatMap((block) => leafGroups(headLeaves(block)))
  return sentences.flatMap((sentence) => groups.flatMap((group) => readSentence(sentence, group) ?? []))
}

interface LeafGroup {
  name: AxisRule
  leaves: { rule: AxisRule; column: number }[]
}

/** The groups right above leaves, which the form names differently: groups of one wording would be taken for one another. */
function leafGroups(leaves: readonly AxisLeaf[]): LeafGroup[] {
  const groups = new Map<AxisRule, LeafGroup>()
  for (const [column, { path }] of leaves.entries()) {
    const name = path[path.length - 2]
    if (!name) continue
    const group = groups.get(name) ?? { name, leaves: [] }
    group.leaves.push({ rule: path[path.length - 1]!, column })
    groups.set(name, group)
  }
  return [...groups.values()]
}

function readSentence(
  { text: sentence, stream }: ProseSentence,
  { name, leaves }: LeafGroup,
): ProseReading | undefined {
  const start = find(stream.text, name, 0)
  if (start === undefined) return undefined
  const values: number[] = []
  const columns: number[] = []
  for (const { rule, column } of leaves) {
    const at = find(stream.text, rule, start)
    const value = figureBehind(sentence, stream.end(at ?? start))
    if (value === undefined) return undefined
    // 总计 is rarely named: the figure behind the group's own name is its total.
    if (at === undefined && leaves[leaves.length - 1]!.column !== column) return undefined
    columns.push(column)
    values.push(value)
  }
  return { columns, values }
}

/** Where the words of a label end. */
function find(text: string, { labels }: AxisRule, from: number): number | undefined {
  for (const label of labels) {
    const body = labelWords(label)
    const at = text.indexOf(body, from)
    if (at >= 0) return at + body.length
  }
  return undefined
}

function figureBehind(sentence: string, at: number): number | undefined {
  const match = /^[^0-9０-９，,、]{0,8}?([0-9０-９]+)(?![0-9０-９.．万亿]|[,，][0-9０-９])/.exec(
    sentence.slice(at, at + 24),
  )
  return match ? Number(match[1]!.normalize('NFKC')) : undefined
}
