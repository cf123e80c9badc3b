import { oncePer } from '../once-per'
import type { AxisRule, Form, Label } from '../types'
import { editDistance } from './edit-distance'
import { type FormLeaf, formLeaves, headLeaves, stubLeaves } from './form-leaves'
import { isOfOtherYears } from './is-of-other-years'
import { type LabelCore, labelCore } from './label-core'

/** What a label of a form stands for. */
export interface LabelTarget {
  kind: 'row' | 'rowGroup' | 'column' | 'columnGroup' | 'caption' | 'anchor'
  /** Index of the block; -1 for anchors. */
  block: number
  /** Index of the row or column; of the first one of a group; -1 for captions and anchors. */
  index: number
  /** Index of the last row or column of a group; equal to `index` otherwise. */
  last: number
  /** The row or column heading that it is a wording of; none for captions and anchors. */
  rule?: AxisRule
  /** Ordinal of the form's own label: `3.`. */
  ordinal: string
}

/** How a printed label was recognised. */
export interface LabelMatch {
  /** The kinds among its targets. */
  kinds: ReadonlySet<LabelTarget['kind']>
  /** All that it may stand for: `总计` is a row and a column. */
  targets: LabelTarget[]
  /** `exact`: letter by letter; `near`: with a character wrong, missing or added, or cut short. */
  quality: 'exact' | 'near'
}

/** The labels of one form, ready to be looked up. */
export interface FormIndex {
  form: Form
  /** All cells of the form, in its order. */
  leaves: readonly FormLeaf[]
  /** The cells of one row, in the order of the columns. */
  rowLeaves(block: number, row: number): FormLeaf[]
  /** Rows and columns of each block; a block without a stub has one row. */
  blocks: { rows: number; columns: number; hasStub: boolean }[]
  /** What a printed label stands for in this form; undefined for anything else. */
  find(label: LabelCore): LabelMatch | undefined
  /** The same letter by letter only: cheap. */
  findExact(label: LabelCore): LabelMatch | undefined
  /** The column of a block whose heading differs from a printed one in a single character: too little for a short label alone. */
  nearColumn(label: LabelCore, block: number): LabelTarget | undefined
  /** The ordinal that the form prints before a row: `3.`; '' for none. */
  rowOrdinal(block: number, row: number): string
  /** Distance of a printed label to the row's nearest wording, as a share of its length: 0 is equal, 1 is nothing alike. */
  rowDistance(label: LabelCore, block: number, row: number): number
}

interface Entry {
  label: LabelCore
  target: LabelTarget
}

/** The index of a form, made once: forms do not change. */
export const formIndex: (form: Form) => FormIndex = /* @__PURE__ */ oncePer(makeIndex)

function makeIndex(form: Form): FormIndex {
  const entries = formEntries(form)
  const exact = exactMatches(entries)
  const near = new Map<string, LabelMatch | undefined>()
  const similar = similarEntries(entries)
  const longest = entries.reduce((length, { label }) => Math.max(length, label.core.length), 0)

  function findExact({ core, short }: LabelCore): LabelMatch | undefined {
    return exact.get(core) ?? exact.get(short)
  }

  /** Whether what follows a label is a row label of its own, with or without its ordinal. */
  function holdsLabel(text: string): boolean {
    return exact.get(text.replace(/^(?:\d{1,2}|[一二三四五六七八九十]{1,3})/, ''))?.kinds.has('row') ?? false
  }

  /** Two row labels in one cell, `（七）总计四、结转下年度继续办理`: two rows were merged, and so were their figures. */
  function isTwoRows({ core }: LabelCore): boolean {
    if (core.length > 2 * longest) return false
    for (let end = 2; end < core.length - 1; end++) {
      if (exact.get(core.slice(0, end))?.kinds.has('row') && holdsLabel(core.slice(end))) return true
    }
    return false
  }

  function find(label: LabelCore): LabelMatch | undefined {
    if (label.core === '') return undefined
    const match = findExact(label)
    if (match) return match
    if (isTwoRows(label)) return undefined
    if (!near.has(label.core)) {
      // A memory of misprinted labels: bounded, because documents are not.
      if (near.size > 1000) near.clear()
      near.set(label.core, findNear(label, similar(label), holdsLabel))
    }
    return near.get(label.core)
  }

  function rowDistance(label: LabelCore, block: number, row: number): number {
    let best = 1
    if (isTwoRows(label)) return best
    for (const { label: own, target } of entries) {
      if (target.kind === 'row' && target.block === block && target.index === row) {
        best = Math.min(best, relativeDistance(label, own, 0.5))
      }
    }
    return best
  }

  const blocks = form.blocks.map((block) => ({
    rows: Math.max(1, stubLeaves(block).length),
    columns: headLeaves(block).length,
    hasStub: block.stub.length > 0,
  }))
  function nearColumn({ core }: LabelCore, block: number): LabelTarget | undefined {
    const near = entries.filter(
      ({ label, target }) =>
        target.kind === 'column' &&
        target.block === block &&
        label.core.length > 2 &&
        editDistance(core, label.core, 1) <= 1 &&
        !isOfOtherYears(core, label.core),
    )
    const targets = new Set(near.map(({ target }) => target))
    return targets.size === 1 ? near[0]!.target : undefined
  }

  function rowOrdinal(block: number, row: number): string {
    const own = entries.find(({ target }) => target.kind === 'row' && target.block === block && target.index === row)
    return own?.target.ordinal ?? ''
  }

  const leaves = formLeaves(form)
  const byRow = new Map<string, FormLeaf[]>()
  for (const leaf of leaves) {
    const key = `${leaf.block}/${leaf.row}`
    byRow.set(key, [...(byRow.get(key) ?? []), leaf])
  }
  const rowLeaves = (block: number, row: number) => byRow.get(`${block}/${row}`) ?? []
  return { form, leaves, rowLeaves, blocks, find, findExact, nearColumn, rowOrdinal, rowDistance }
}

function exactMatches(entries: Entry[]): Map<string, LabelMatch> {
  const targets = new Map<string, Set<LabelTarget>>()
  for (const { label, target } of entries) {
    for (const wording of new Set([label.core, label.short])) {
      targets.set(wording, (targets.get(wording) ?? new Set()).add(target))
    }
  }
  return new Map([...targets].map(([wording, set]) => [wording, toMatch(set, 'exact')]))
}

function toMatch(targets: Iterable<LabelTarget>, quality: LabelMatch['quality']): LabelMatch {
  const list = [...targets]
  return { targets: list, kinds: new Set(list.map(({ kind }) => kind)), quality }
}

/**
 * Looks up the entries that share enough characters with a label to be near it at all: half of the shorter one. Comparing
 * letter by letter is left to those.
 */
function similarEntries(entries: Entry[]): (label: LabelCore) => Entry[] {
  const postings = new Map<string, number[]>()
  for (const [at, { label }] of entries.entries()) {
    for (const character of new Set(label.core)) {
      const list = postings.get(character)
      if (list) list.push(at)
      else postings.set(character, [at])
    }
  }
  const sizes = entries.map(({ label }) => new Set(label.short).size)
  return (label) => {
    const shared = new Uint8Array(entries.length)
    const characters = new Set(label.core)
    for (const character of characters) for (const at of postings.get(character) ?? []) shared[at]!++
    return entries.filter((_, at) => shared[at]! * 2 >= Math.min(characters.size, sizes[at]!))
  }
}

/** Characters that may be wrong in a label of this length: tables are matched on whole cells. */
function tolerance(length: number): number {
  return length >= 8 ? Math.floor(0.3 * length) : length >= 6 ? 1 : 0
}

/** Characters that a label cut short, or one with words added, has in common with the form's. */
const MIN_COMMON = 6

function findNear(label: LabelCore, entries: Entry[], holdsLabel: (text: string) => boolean): LabelMatch | undefined {
  let best = 1
  let targets = new Set<LabelTarget>()
  for (const entry of entries) {
    const distance = nearDistance(label, entry, holdsLabel)
    if (distance === undefined || distance > best) continue
    if (distance < best) targets = new Set()
    best = distance
    targets.add(entry.target)
  }
  return targets.size > 0 ? toMatch(targets, 'near') : undefined
}

/** Share of the form's label that is wrong; undefined where it is another label. */
function nearDistance(
  label: LabelCore,
  { label: own, target }: Entry,
  holdsLabel: (text: string) => boolean,
): number | undefined {
  if (target.kind === 'anchor') return label.core.includes(own.core) ? 0.5 : undefined
  const distance = relativeDistance(label, own, 0.3)
  const most = tolerance(own.core.length) / own.core.length
  if (distance <= most) return distance
  const { core, short } = label
  const [shorter, longer] = core.length < own.core.length ? [core, own.core] : [own.short, core]
  if (shorter.length < MIN_COMMON || !longer.startsWith(shorter)) return undefined
  if (short.length * 4 < own.short.length) return undefined
  // Two labels in one cell: two rows were merged, and so were their figures.
  if (longer === core && holdsLabel(longer.slice(shorter.length))) return undefined
  return 0.5 + 0.4 * (1 - shorter.length / longer.length)
}

function relativeDistance(label: LabelCore, own: LabelCore, most: number): number {
  let best = 1
  for (const [left, right] of [
    [label.core, own.core],
    [label.short, own.short],
  ] as const) {
    const bound = Math.floor(most * right.length)
    const distance = editDistance(left, right, bound)
    if (distance <= bound && (distance === 0 || !isOfOtherYears(left, right)))
      best = Math.min(best, distance / right.length)
  }
  return best
}

function formEntries(form: Form): Entry[] {
  const entries: Entry[] = []
  function add(labels: Label[] | undefined, target: Omit<LabelTarget, 'ordinal'>): void {
    const own: LabelTarget = { ...target, ordinal: labels?.[0] ? labelCore(labels[0].text).ordinal : '' }
    for (const { text } of labels ?? []) entries.push({ label: labelCore(text), target: own })
  }
  add(form.anchors, { kind: 'anchor', block: -1, index: -1, last: -1 })
  for (const [block, rule] of form.blocks.entries()) {
    add(rule.caption, { kind: 'caption', block, index: -1, last: -1 })
    addAxis(rule.stub, { leaf: 'row', group: 'rowGroup', block }, add)
    addAxis(rule.head, { leaf: 'column', group: 'columnGroup', block }, add)
  }
  return entries
}

/** Adds the rules of one axis with the range of leaves below each; gives the index behind the last leaf. */
function addAxis(
  rules: AxisRule[],
  kinds: { leaf: 'row' | 'column'; group: 'rowGroup' | 'columnGroup'; block: number },
  add: (labels: Label[], target: Omit<LabelTarget, 'ordinal'>) => void,
  first = 0,
): number {
  let next = first
  for (const rule of rules) {
    const start = next
    next = rule.children ? addAxis(rule.children, kinds, add, start) : start + 1
    const kind = rule.children ? kinds.group : kinds.leaf
    add(rule.labels, { kind, block: kinds.block, index: start, last: next - 1, rule })
  }
  return next
}
