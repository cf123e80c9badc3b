import { lookAlikes, sameCharacters } from './fold-table'

/** A text in the form in which labels are compared, with the way back to the text as printed. */
export interface Folded {
  /** Without white space and invisible characters; one form for widths, brackets, quotes, dashes, commas, radicals. */
  text: string
  /** Offset in the printed text of folded character `index`; the length of the printed text behind the last one. */
  offset(index: number): number
  /** Offset in the printed text behind the folded character before `index`: the end of a match that ends at `index`. */
  end(index: number): number
}

/**
 * Folds a text for comparing: NFKC character by character (full width, Kangxi radicals, ㈠, ⒈), the table of same
 * characters, no white space, nothing invisible. Printed text is never replaced by it: `offset` and `end` lead back.
 */
export function fold(text: string): Folded {
  return foldBy(text, compared)
}

/** Compiles a fold that leaves out, beside white space, every folded code that `keeps` is false for. */
export function foldKeeping(keeps: (code: number) => boolean): (text: string) => Folded {
  const kept = foldTable((code) => [...foldCharacter(code)].filter((part) => keeps(part.charCodeAt(0))).join(''))
  return (text) => foldBy(text, kept)
}

function foldBy(text: string, table: FoldTable): Folded {
  const { codes } = table
  let offsets = new Uint32Array(text.length)
  let length = 0
  let folded = ''
  // Runs that fold to themselves are taken as a whole.
  let run = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const own = codes[code] || learn(table, code)
    if (own === code && own > several) {
      offsets[length++] = at
      continue
    }
    if (at > run) folded += text.slice(run, at)
    run = at + 1
    if (own > several) {
      folded += String.fromCharCode(own)
      offsets[length++] = at
    } else if (own === several) {
      const expansion = table.expansions.get(code)!
      if (length + expansion.length + text.length - at > offsets.length) offsets = enlarged(offsets, expansion.length)
      folded += expansion
      for (let part = 0; part < expansion.length; part++) offsets[length++] = at
    }
  }
  if (run < text.length) folded += text.slice(run)
  return {
    text: folded,
    offset: (index) => (index < length ? offsets[index]! : text.length),
    end: (index) => (index <= 0 ? 0 : (index <= length ? offsets[index - 1]! : text.length - 1) + 1),
  }
}

function enlarged(offsets: Uint32Array, more: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * offsets.length + more)
  larger.set(offsets)
  return larger
}

/** The compare form alone, for labels and short cells. */
export function foldText(text: string): string {
  let folded = ''
  let run = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const own = foldCode(code)
    if (own === code && own > 0) continue
    folded += text.slice(run, at)
    if (own !== 0) folded += own > 0 ? String.fromCharCode(own) : expansionOf(code)
    run = at + 1
  }
  return run === 0 ? text : folded + text.slice(run)
}

/**
 * The folded code of a UTF-16 code unit, for comparing in place: 0 where nothing stays, -1 where several characters stay, as
 * `expansionOf` has them.
 */
export function foldCode(code: number): number {
  const folded = compared.codes[code] || learn(compared, code)
  return folded > several ? folded : folded === dropped ? 0 : -1
}

/** The characters that a code folds to where `foldCode` gives -1: 二十 for 廿 and the like, (1) for ⑴. */
export function expansionOf(code: number): string {
  return compared.expansions.get(code) ?? ''
}

/** What each UTF-16 code folds to, learnt when first met: it does not depend on where the code stands. */
interface FoldTable {
  foldCharacter(code: number): string
  /** Per code the folded one, `dropped` or `several`; 0 where it is not known yet. */
  codes: Uint16Array
  /** What stands for `several`. */
  expansions: Map<number, string>
}

const dropped = 1
const several = 2

function foldTable(foldCharacter: (code: number) => string): FoldTable {
  return { foldCharacter, codes: new Uint16Array(0x10000), expansions: new Map() }
}

const compared = /* @__PURE__ */ foldTable(foldCharacter)

function learn({ foldCharacter, codes, expansions }: FoldTable, code: number): number {
  const folded = foldCharacter(code)
  if (folded.length > 1) expansions.set(code, folded)
  const value = folded === '' ? dropped : folded.length > 1 ? several : folded.charCodeAt(0)
  codes[code] = value
  return value
}

const canonical = new Map(
  [...sameCharacters, ...lookAlikes].flatMap((set) => [...set].map((character) => [character, [...set][0]!] as const)),
)

function foldCharacter(code: number): string {
  if (code >= 0xd800 && code <= 0xdfff) return String.fromCharCode(code)
  const character = String.fromCharCode(code)
  const known = canonical.get(character)
  if (known !== undefined) return known
  if (isInvisible(character)) return ''
  return [...character.normalize('NFKC')]
    .filter((part) => !isInvisible(part))
    .map((part) => canonical.get(part) ?? part)
    .join('')
}

/** White space, control and format characters (zero width, direction marks, soft hyphen), variation selectors. */
function isInvisible(character: string): boolean {
  return /[\s\p{Cc}\p{Cf}\p{Zs}\p{Mn}\u{3164}]/u.test(character)
}
