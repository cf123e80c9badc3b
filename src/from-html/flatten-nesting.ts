/** The markup with its nesting bounded. */
export interface FlatMarkup {
  /** As long as the given markup; the same string where nothing was too deep. */
  markup: string
  /** The deepest nesting found. */
  deepest: number
}

/** Elements without an end tag, and those of which a page has one, however often it is opened. */
const flat = new Set(
  'area base br col embed frame hr img input link meta param source track wbr html head body'.split(' '),
)

/** Elements that the next of their kind ends, and up to where it looks for one. */
const selfEnding = new Map<string, string[]>()
for (const [names, limits] of [
  ['p', 'td div'],
  ['li', 'ul ol menu'],
  ['dt dd', 'dl'],
  ['option', 'select'],
  ['tr td th thead tbody tfoot', 'table'],
] as const)
  for (const name of names.split(' ')) selfEnding.set(name, limits.split(' '))

/**
 * Blanks out the tags that lie deeper than `limit`: a parser of HTML takes quadratic time for them, and recursion over its
 * tree overflows. Their text stays, and every other character keeps its offset.
 *
 * ```
 * limit 2:   <i><i><i>7</i></i></i>   →   <i><i>···7····</i></i>
 * ```
 */
export function flattenNesting(html: string, limit: number): FlatMarkup {
  const open: string[] = []
  const blanks: [start: number, end: number][] = []
  let deepest = 0
  let surplus = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const tag = readTag(html, at)
    at = tag.end
    if (!tag.name || flat.has(tag.name)) continue
    if (tag.closing) {
      if (surplus > 0) {
        surplus--
        blanks.push([tag.start, tag.end])
      } else closeElement(open, tag.name)
      continue
    }
    endKin(open, tag.name)
    deepest = Math.max(deepest, open.length + surplus + 1)
    if (open.length >= limit) {
      surplus++
      blanks.push([tag.start, tag.end])
    } else {
      open.push(tag.name)
      at = skipRawText(html, tag)
    }
  }
  return { markup: blanks.length > 0 ? blankOut(html, blanks) : html, deepest }
}

interface Tag {
  start: number
  end: number
  /** '' for comments, declarations and a bare `<`. */
  name: string
  closing: boolean
}

function readTag(html: string, start: number): Tag {
  if (html.startsWith('<!--', start)) return { start, end: behind(html, '-->', start + 4), name: '', closing: false }
  const closing = html.charCodeAt(start + 1) === SLASH
  const first = start + (closing ? 2 : 1)
  let last = first
  while (last < html.length && last < first + 40 && isNameCode(html.charCodeAt(last))) last++
  if (last === first) return { start, end: start + 1, name: '', closing }
  return { start, end: tagEnd(html, last), name: html.slice(first, last).toLowerCase(), closing }
}

const [GREATER, EQUALS, SLASH] = [62, 61, 47]
const [DOUBLE_QUOTE, SINGLE_QUOTE] = [34, 39]

/** Letters, digits, `-` and `:`. */
function isNameCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 58) || code === 45
}

/** The offset behind the `>` that ends a tag; quoted attribute values may hold one. */
function tagEnd(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const code = html.charCodeAt(at)
    if (code === GREATER) return at + 1
    if ((code === DOUBLE_QUOTE || code === SINGLE_QUOTE) && html.charCodeAt(at - 1) === EQUALS) {
      at = html.indexOf(html[at]!, at + 1)
      if (at < 0) break
    }
  }
  return html.length
}

/** Elements that hold text and no tags. */
const raw = new Set('script style textarea title xmp iframe noembed noframes'.split(' '))

/** To the end tag of a script, a style and the like. */
function skipRawText(html: string, { name, end }: Tag): number {
  if (!raw.has(name)) return end
  const closing = new RegExp(`</${name}`, 'gi')
  closing.lastIndex = end
  return closing.exec(html)?.index ?? html.length
}

function behind(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

/** Elements whose end tag closes nothing but them: a parser leaves open what was opened inside. */
const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))

/** Looks back no further than an element of a few hundred ancestors can be; an end tag without a start closes nothing. */
function closeElement(open: string[], name: string): void {
  const index = open.lastIndexOf(name)
  if (index < 0) return
  if (formatting.has(name)) open.splice(index, 1)
  else open.length = index
}

function endKin(open: string[], name: string): void {
  const limits = selfEnding.get(name)
  if (!limits) return
  for (let i = open.length - 1; i >= 0; i--) {
    if (open[i] === name) {
      open.length = i
      return
    }
    if (limits.includes(open[i]!)) return
  }
}

function blankOut(html: string, blanks: [start: number, end: number][]): string {
  const parts: string[] = []
  let done = 0
  for (const [start, end] of blanks) {
    parts.push(html.slice(done, start), html.slice(start, end).replace(/[^\n\r]/g, ' '))
    done = end
  }
  parts.push(html.slice(done))
  return parts.join('')
}
