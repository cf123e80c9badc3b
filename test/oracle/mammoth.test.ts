import { existsSync, readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { fromDocx } from '../../src/docx'
import { fromHtml } from '../../src/html'
import type { Root, Table } from '../../src/tree'
import { makeCase } from '../arbitraries/case'
import { printDocx } from '../arbitraries/print-docx'

// An independent reader of DOCX: what it makes of the tables, read as HTML, is what we make of them. It drops automatic
// numbers, so that paragraphs are compared without those.

const corpus = '../shared/corpus/huaian-2024/renditions/filled.docx'

test.each([3, 14, 15, 92])('report %i', async (seed) => {
  const { truth } = makeCase({ seed, layout: 'html', steps: [] })
  await compare(printDocx(truth.blocks))
})

test.runIf(existsSync(corpus))(`the national template, filled (${corpus})`, async () => {
  await compare(new Uint8Array(readFileSync(corpus)))
})

if (!existsSync(corpus)) console.warn(`No ${corpus}: the national template was not compared.`)

async function compare(bytes: Uint8Array): Promise<void> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  const [ours, theirs] = [fromDocx(bytes), fromHtml(value)]
  expect(tablesOf(ours)).toEqual(tablesOf(theirs))
  expect(proseOf(ours)).toEqual(proseOf(theirs))
}

function tablesOf({ children }: Root): unknown {
  return children
    .filter((node): node is Table => node.type === 'table')
    .map((table) =>
      table.children.map((row) =>
        row.type === 'tableRow'
          ? row.children.map((cell) =>
              cell.type === 'tableCell'
                ? [cell.colspan ?? 1, cell.rowspan ?? 1, cell.children.map(({ value }) => value).join('')]
                : [],
            )
          : [],
      ),
    )
}

function proseOf({ children }: Root): string[] {
  return children
    .filter((node) => node.type === 'paragraph')
    .map((node) =>
      'children' in node ? node.children.map((text) => ('value' in text ? text.value : '')).join('') : '',
    )
    .map((text) => text.replace(/^(?:[一二三四五六七八九十]、|（[一二三四五六七八九十]）)/, '').trim())
}
