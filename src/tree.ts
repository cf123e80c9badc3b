/**
 * The unist tree that every reader gives: docs/tree.md is its specification.
 *
 * Two invariants let any stage cut text without the source at hand:
 * 1. a `text` with a position holds no line break;
 * 2. its value is either as long as its span, and then may be cut anywhere, or it is atomic (an entity such as `&nbsp;`).
 */
import type { Diagnostic, Origin, Position, SectionRole } from './types'

/** What may stand beside a node's own fields. */
export interface Data {
  /** PDF only. */
  origin?: Origin
}

interface Base<Type extends string> {
  type: Type
  /** Absent on nodes that did not come from the source. */
  position?: Position
  data?: Data
}

/** A run of source text, never edited, never joined. */
export interface Text extends Base<'text'> {
  value: string
  data?: TextData
}

/** What is known of a text beside its value. */
export interface TextData extends Data {
  /** True where it continues the line of the text before it: only markup or fonts part them. */
  joined?: boolean
}

/** A line (from text readers, before healing) or a whole paragraph. */
export interface Paragraph extends Base<'paragraph'> {
  children: Text[]
  data?: ParagraphData
}

/** What is known of a paragraph beside its texts. */
export interface ParagraphData extends Data {
  /** Blank lines printed before it; left out for none. */
  gap?: number
  /** True where markup ends the paragraph (`<p>`, `w:p`): it is never healed with the next one. */
  hard?: boolean
  /** Level of a heading by markup (`#`, `<h1>`, a heading style); a hint, the printed marker decides. */
  level?: number
  /** Page breaks that a healed paragraph runs over, in order; their positions lie inside its own. */
  breaks?: PageBreak[]
  /** What it is where it is no body text. */
  role?: 'title' | 'signature' | 'date' | 'furniture'
}

/** A heading of the outline. */
export interface Heading extends Base<'heading'> {
  /** 1–4, by the style of its marker. */
  depth: number
  ordinal: number | null
  /** As printed, '' where it has none. */
  marker: string
  children: Text[]
}

/** A page number, running title or form feed: kept, so that spans stay whole. */
export interface PageBreak extends Base<'pageBreak'> {
  /** As printed; '' for a break without text. */
  value: string
}

/** A cell as printed; spans reach to the right and down. */
export interface TableCell extends Base<'tableCell'> {
  /** Default 1. */
  colspan?: number
  /** Default 1. */
  rowspan?: number
  /** Marked up as a heading (`<th>`). */
  header?: boolean
  children: Text[]
}

/** A row as printed: cells that reach into it from above are in their own row. */
export interface TableRow extends Base<'tableRow'> {
  children: (TableCell | PageBreak)[]
}

/** A table: `grid` marked up; `delimited` by tabs, pipes, spaces; `flattened` one cell a line or all in one; `positioned` by coordinates. */
export interface Table extends Base<'table'> {
  layout: 'grid' | 'delimited' | 'flattened' | 'positioned'
  children: (TableRow | PageBreak)[]
}

/** A part of the outline: its heading, its paragraphs and tables, its sections. */
export interface SectionNode extends Base<'section'> {
  depth: number
  role: SectionRole | null
  children: (Heading | Flow)[]
}

/** What stands in a root or a section. */
export type Flow = Paragraph | Table | PageBreak | SectionNode

/** The document: a `ReportTree`. */
export interface Root extends Base<'root'> {
  children: (Heading | Flow)[]
  data?: RootData
}

/** What is known of a document beside its content. */
export interface RootData extends Data {
  /** The text that positions index where the caller has no string: extracted from DOCX or PDF. */
  source?: string
  /** Title and date that the file states outside its text: `<title>`, a page's 发布时间 in a meta element. */
  title?: string
  published?: string
  /** Where pictures stand among the text: what is pasted as one cannot be read. */
  pictures?: Position[]
  /** Found while reading: `file-*`, `structure-limit` and the like. */
  diagnostics?: Diagnostic[]
}

/** Any node of a `ReportTree`. */
export type ReportNode = Root | SectionNode | Heading | Paragraph | Text | Table | TableRow | TableCell | PageBreak
