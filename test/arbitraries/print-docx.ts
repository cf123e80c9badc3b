import { piecesOf } from './pieces'
import type { Rows } from './print-delimited'
import type { Block } from './report'
import type { Cell } from './sheet'
import { cell, paragraph, writeDocx } from './write-docx'

/** A report as a DOCX: the numbers of its parts are automatic, as word processors make them, merged cells are merged. */
export function printDocx(blocks: readonly Block[]): Uint8Array {
  const body = blocks.map((block) => {
    if (block.type === 'sheet')
      return piecesOf(block.sheet)
        .map(({ rows }) => printTable(rows))
        .join(paragraph(''))
    if (block.type === 'heading') return printHeading(block)
    return paragraph(block.text)
  })
  return writeDocx(body.join(''), { numbering })
}

/** 一、 and （一） are counted where the report counts on; a marker out of order is typed. */
function printHeading({ depth, marker, title }: Extract<Block, { type: 'heading' }>): string {
  const isCounted =
    depth === 1 ? /^[一二三四五六七八九十]、$/.test(marker) : /^（[一二三四五六七八九十]）$/.test(marker)
  if (!isCounted) return paragraph(`${marker}${title}`)
  const level = `<w:numPr><w:ilvl w:val="${depth - 1}"/><w:numId w:val="1"/></w:numPr>`
  return paragraph(title, level)
}

const numbering = `<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/><w:suff w:val="nothing"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/><w:suff w:val="nothing"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`

function printTable(rows: Rows): string {
  const printed = rows.map((row, at) => {
    const cells = [...new Set(row)].map((content) => {
      const span = row.filter((other) => other === content).length
      const column = row.indexOf(content)
      const isRest = rows[at - 1]?.[column] === content
      const isMerged = isRest || rows[at + 1]?.[column] === content
      const merge = isMerged ? `<w:vMerge${isRest ? '' : ' w:val="restart"'}/>` : ''
      return cell(isRest ? '' : textOf(content), `<w:gridSpan w:val="${span}"/>${merge}`)
    })
    return `<w:tr>${cells.join('')}</w:tr>`
  })
  return `<w:tbl>${printed.join('')}</w:tbl>`
}

function textOf({ text }: Cell): string {
  return text
}
