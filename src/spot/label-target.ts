import { oncePer } from '../once-per'
import type { AxisRule, Form, Label } from '../types'
import { words } from './word-stream'

/** What a label names in its form. */
export type LabelKind = 'stub' | 'stubGroup' | 'head' | 'headGroup' | 'caption' | 'anchor' | 'note'

/** One wording of one label of a form, ready to be searched in a word stream. */
export interface LabelTarget {
  kind: LabelKind
  block: number
  /** Index among the leaves of its axis; for a group, of the first leaf below it; -1 for captions, anchors and notes. */
  leaf: number
  /** The same for all wordings of a row or column; of other labels each wording has its own. */
  key: string
  /** Its words without the leading ordinal: 予以公开. */
  body: string
  /** Words of a leading Chinese ordinal: 一; '' where there is none. */
  prefix: string
  /** Digits of a leading Arabic ordinal: 1; '' where there is none. */
  digits: string
  /** Digits that are part of the label itself (60岁以上), each with the number of letters of the body before it. */
  figures: { at: number; digits: string }[]
  /** Another label of the form has the same body, so that only the ordinal tells them apart: 其他 and 3.其他. */
  needsOrdinal: boolean
}

/** Every wording of every label of a form. Computed once a form. */
export const labelTargets: (form: Form) => LabelTarget[] = /* @__PURE__ */ oncePer((form) => {
  const targets: LabelTarget[] = []
  const add = (kind: LabelKind, block: number, leaf: number, labels: Label[] = []) => {
    for (const { text } of labels) {
      const named = splitOrdinal(text)
      const place = `${kind}/${block}/${leaf}`
      const key = kind === 'stub' || kind === 'head' ? place : `${place}/${named.body}`
      targets.push({ kind, block, leaf, key, ...named, needsOrdinal: false })
    }
  }
  for (const [block, { caption, head, stub }] of form.blocks.entries()) {
    add('caption', block, -1, caption)
    walk(stub, 0, (rule, leaf) => add(rule.children ? 'stubGroup' : 'stub', block, leaf, rule.labels))
    walk(head, 0, (rule, leaf) => add(rule.children ? 'headGroup' : 'head', block, leaf, rule.labels))
  }
  add('anchor', -1, -1, form.anchors)
  for (const { note } of form.rules) if (note) add('note', -1, -1, [{ text: note, seen: '' }])
  const searched = targets.filter(({ body }) => body !== '')
  for (const target of searched) target.needsOrdinal = isShared(target, searched)
  return searched
})

/** Visits the rules of an axis from the outside in; gives the number of leaves. */
function walk(rules: AxisRule[], first: number, visit: (rule: AxisRule, leaf: number) => void): number {
  let leaf = first
  for (const rule of rules) {
    visit(rule, leaf)
    leaf = rule.children ? walk(rule.children, leaf, visit) : leaf + 1
  }
  return leaf
}

/** `（一）予以公开` → 一, 予以公开; `1.属于国家秘密` → 1, 属于国家秘密. */
function splitOrdinal(label: string): Pick<LabelTarget, 'body' | 'prefix' | 'digits' | 'figures'> {
  const chinese = /^\s*(?:[（(]\s*([一二三四五六七八九十]{1,3})\s*[)）]|([一二三四五六七八九十]{1,3})\s*[、.．])/.exec(
    label,
  )
  const arabic = /^\s*(?:[（(]\s*(\d{1,2})\s*[)）]|(\d{1,2})\s*[、.．])/.exec(label)
  const named = label.slice((chinese ?? arabic)?.[0].length ?? 0)
  return {
    body: words(named),
    prefix: chinese?.[1] ?? chinese?.[2] ?? '',
    digits: arabic?.[1] ?? arabic?.[2] ?? '',
    figures: [...named.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
      at: words(named.slice(0, index)).length,
      digits,
    })),
  }
}

function isShared(target: LabelTarget, targets: LabelTarget[]): boolean {
  if (target.prefix === '' && target.digits === '') return false
  return targets.some(
    (other) => other.body === target.body && (other.kind !== target.kind || other.leaf !== target.leaf),
  )
}
