import { existsSync, readFileSync } from 'node:fs'
import { fromHtml as hastFromHtml } from 'hast-util-from-html'
import { expect, test } from 'vitest'
import { createContext } from '../../src/context'
import { readPage } from '../../src/from-html/from-hast'
import { fromHtml } from '../../src/from-html/from-html'
import { fromHast } from '../../src/html'
import type { ReportNode } from '../../src/tree'
import { makeCase } from '../arbitraries/case'

// The utility that makes the whole of hast: our smaller reading of the same parser's tree gives the same report tree.

const pages = [
  'html',
  'html-p',
  'html-nested',
  'html-shattered',
  'html-entities',
  'html-unclosed',
  'html-positioned',
].map((layout) => [layout, makeCase({ seed: 5, layout, steps: [] }).rendering.source] as const)
const corpus = '../shared/corpus'
const real = [
  'shanghai-office-2019/source.html',
  'hangzhou-style-2025/source.html',
  'huaian-2024/renditions/pdftohtml.html',
]
if (!existsSync(corpus)) console.warn(`No ${corpus}: its pages were not compared.`)

const all = [
  ...pages,
  ...real
    .filter((path) => existsSync(`${corpus}/${path}`))
    .map((path) => [path, readFileSync(`${corpus}/${path}`, 'utf8')] as const),
]
// Without the source a text with references cannot be cut, which a page of positioned lines needs.
const uncut = all.filter(([, html]) => !/position:absolute[\s\S]*&#160;/.test(html))

test.each(all)('%s is read the same from the tree of the utility', (_, html) => {
  expect(fromHtml(html)).toEqual(readPage(hastFromHtml(html), html, createContext(html)))
})

test.each(uncut)('%s is read the same without its source', (_, html) => {
  expect(shapeOf(fromHast(hastFromHtml(html)))).toEqual(shapeOf(fromHtml(html)))
})

/** Types, texts joined, and where each paragraph and table begins. */
function shapeOf(node: ReportNode): unknown {
  if (node.type === 'paragraph' || node.type === 'tableCell')
    return [node.type, node.position?.start, node.children.map(({ value }) => value).join('')]
  return 'children' in node ? [node.type, node.children.map(shapeOf)] : node.type
}
