import type { Compiled } from '../compile/compile'
import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { foldText } from '../fold/fold'
import { grammarPart } from '../grammar-part'
import type { Root } from '../tree'
import type { Grammar, MetadataRule, Position, ScopeRule } from '../types'

/**
 * Checks that the title and the signature name one body: 集里街道 and 浏阳市集里街道办事处 do. Places before the name and endings such
 * as 办公室 are left out of the comparison, and one may be short for the other (国资委); any other letter makes a difference.
 */
export function checkBodies(
  { report }: Compiled,
  tree: Root,
  metadata: MetadataRule,
  scope: ScopeRule,
  context: Context,
): void {
  const signature = findSignature(tree)
  const titled = titleBody(report.title, metadata, context.grammars)
  if (!signature || titled === '') return
  const [a, b] = [titled, signature.text].map((name) => core(name, metadata, scope)) as [string, string]
  if (a === '' || b === '' || a.endsWith(b) || b.endsWith(a) || isAbbreviation(a, b) || isAbbreviation(b, a)) return
  diagnose(context, 'metadata-issuer', {
    pointers: ['/issuer'],
    position: signature.position,
    values: { actual: signature.text, expected: titled },
  })
}

/** Whether the letters of a name all stand in another one, in their order: 发改 for 发展和改革. */
function isAbbreviation(short: string, long: string): boolean {
  if (short.length < 2) return false
  let at = 0
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

/** Are two names those of one body? Unknown names are. */
export function sameBody(one: string | null, other: string | null, grammars: Grammar[]): boolean {
  const metadata = grammarPart(grammars, 'metadata')
  const scope = grammarPart(grammars, 'wording')?.scope
  if (one === null || other === null || !metadata || !scope) return true
  const [a, b] = [one, other].map((name) => core(foldText(name), metadata, scope)) as [string, string]
  return a.endsWith(b) || b.endsWith(a)
}

/** What the title says before 政府信息公开…, without the year and words such as 关于. */
function titleBody(title: string | null, { titles }: MetadataRule, grammars: Grammar[]): string {
  const text = foldText(title ?? '')
  const ends = titles.map((label) => text.indexOf(foldText(label.text))).filter((index) => index > 0)
  if (ends.length === 0) return ''
  const body = text.slice(0, Math.min(...ends)).replace(/\d{4}年度?/g, '')
  const words = grammars.flatMap(({ vocabulary }) => vocabulary?.titleWords ?? []).map((label) => foldText(label.text))
  return words.includes(body) ? '' : body
}

function findSignature(node: Root | Root['children'][number]): { text: string; position?: Position } | null {
  if (node.type === 'paragraph' && node.data?.role === 'signature') {
    const text = foldText(node.children.map(({ value }) => value).join(''))
    return { text, ...(node.position && { position: node.position }) }
  }
  if (node.type !== 'root' && node.type !== 'section') return null
  for (const child of [...node.children].reverse()) {
    const found = findSignature(child as Root['children'][number])
    if (found) return found
  }
  return null
}

/** 浏阳市集里街道办事处 and 集里街道 are both 集里街道. */
function core(name: string, { bodyEndings }: MetadataRule, { places }: ScopeRule): string {
  const ending = [...bodyEndings].sort((x, y) => y.length - x.length).find((word) => name.endsWith(word))
  const body = ending === undefined || ending.length === name.length ? name : name.slice(0, -ending.length)
  const starts = places
    .map((word) => body.indexOf(word, 1) + word.length)
    .filter((end, index) => body.indexOf(places[index]!, 1) > 0 && end < body.length)
  return starts.length === 0 ? body : body.slice(Math.min(...starts))
}
