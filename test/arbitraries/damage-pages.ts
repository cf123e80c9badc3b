import { type Damage, few, type Operator, sheetsOf } from './damage-tools'
import type { Random } from './random'
import type { Block } from './report'
import { type Cell, isHeadRow, type Sheet } from './sheet'

/** Tables cut, scattered, repeated and surrounded: every figure stays readable. */
export const pageOperators: readonly Operator[] = [
  {
    name: 'pageBreak',
    class: 'lossless',
    fits: ({ name }) => !name.startsWith('stripped'),
    amounts: [1, 2, 4],
    apply: (damage, amount, random) => {
      for (const sheet of few(sheetsOf(damage, 'disclosure', 'requests'), 2, random)) cut(sheet, amount, random)
    },
  },
  {
    name: 'repeatRow',
    class: 'lossless',
    fits: ({ family }) => family === 'marked' || family === 'delimited',
    amounts: [1],
    apply: (damage, _amount, random) => {
      const [sheet] = sheetsOf(damage, 'requests')
      if (!sheet || sheet.cuts.length > 0) return
      cut(sheet, 1, random)
      const { row } = sheet.cuts[0]!
      if (row >= sheet.rows.length || isHeadRow(sheet.rows[row - 1]!)) return
      // the last row of a page stands again at the top of the next one
      sheet.rows.splice(
        row,
        0,
        sheet.rows[row - 1]!.map((cell) => (cell.role === 'group' ? cell : { ...cell })),
      )
    },
  },
  {
    name: 'headApart',
    class: 'lossless',
    fits: ({ family }) => family === 'marked' || family === 'delimited' || family === 'stream',
    amounts: [1],
    apply: (damage, _amount, random) => {
      for (const at of tableIndexes(damage).reverse()) {
        const block = damage.blocks[at]
        if (block?.type !== 'sheet' || block.sheet.name !== 'requests' || block.sheet.cuts.length > 0) continue
        const first = block.sheet.rows.findIndex((row) => !isHeadRow(row))
        const head: Block = {
          type: 'sheet',
          sheet: { name: 'other', rows: block.sheet.rows.splice(0, first), cuts: [] },
        }
        const between = random.pick(['（续表）', '续上表', '—3—'])
        damage.blocks.splice(at, 0, head, { type: 'paragraph', text: between })
      }
    },
  },
  {
    name: 'barePageNumber',
    class: 'lossless',
    // a figure alone on a line is a cell where each cell has its line
    fits: ({ name, family }) =>
      /^(lines|tabs|pipe|box|plus)/.test(name) && !/collapsed|above/.test(name) && family !== 'run',
    amounts: [1, 2],
    apply: (damage, amount, random) => {
      for (const sheet of sheetsOf(damage, 'requests')) {
        cut(sheet, amount, random)
        for (const [index, end] of sheet.cuts.entries()) end.marks = [String(3 + index)]
      }
    },
  },
  {
    name: 'proseWithLabels',
    class: 'lossless',
    fits: () => true,
    amounts: [1],
    apply: (damage, _amount, random) => {
      const figure = () => random.integer(1, 60)
      const text =
        `近三年全区累计办结申请${figure() + 90}件，其中予以公开${figure()}件、部分公开${figure()}件，不予公开${figure()}件，无法提供${figure()}件；` +
        `累计公开规章${figure()}件、行政规范性文件${figure()}件，行政许可${figure()}项，行政处罚${figure()}宗，自然人${figure()}人次，商业企业${figure()}家。`
      const at = damage.blocks.findIndex((block) => block.type === 'heading' && block.depth === 2)
      damage.blocks.splice(at + 2, 0, { type: 'paragraph', text })
    },
  },
  {
    name: 'duplicateTable',
    class: 'lossless',
    fits: ({ family }) => family === 'marked' || family === 'delimited',
    amounts: [1],
    apply: (damage, _amount, random) => {
      const at = random.pick(tableIndexes(damage))
      if (at !== undefined) damage.blocks.splice(at + 1, 0, structuredClone(damage.blocks[at]!))
    },
  },
  {
    name: 'unitLine',
    class: 'lossless',
    fits: () => true,
    amounts: [1],
    apply: (damage, _amount, random) => {
      for (const at of tableIndexes(damage).reverse()) {
        damage.blocks.splice(at, 0, {
          type: 'paragraph',
          text: random.pick(['单位：件', '（单位：件）', '表1  统计表', '（二）有关数据如下表所示：']),
        })
      }
    },
  },
  {
    name: 'footnote',
    class: 'lossless',
    fits: () => true,
    amounts: [1],
    apply: (damage, _amount, random) => {
      for (const at of tableIndexes(damage).reverse()) {
        const text = random.pick([
          '注：以上数据截至12月31日，由5个科室汇总，涉及表格3张。',
          '注：1.本表由办公室填报；2.数据经2次核对。',
        ])
        damage.blocks.splice(at + 1, 0, { type: 'paragraph', text })
      }
    },
  },
  {
    name: 'unrelatedTable',
    class: 'lossless',
    fits: ({ family }) => family !== 'run',
    amounts: [1],
    apply: (damage, _amount, random) => {
      const rows = random.pick([
        [
          ['索引号', '0148726-2023-00012', '发布日期', '2024-01-15'],
          ['发文字号', '无', '有效性', '有效'],
        ],
        [
          ['序号', '栏目', '更新条数'],
          ['1', '政策文件', '35'],
          ['2', '人事任免', '12'],
          ['3', '规划计划', '0'],
        ],
      ])
      const sheet: Sheet = {
        name: 'other',
        rows: rows.map((row) => row.map((text): Cell => ({ role: 'label', text }))),
        cuts: [],
      }
      damage.blocks.splice(random.pick([0, 2]), 0, { type: 'sheet', sheet })
    },
  },
  {
    name: 'contentsPage',
    class: 'lossless',
    fits: ({ name }) => !name.startsWith('stripped'),
    amounts: [1],
    apply: (damage) => {
      const titles = damage.blocks.flatMap((block) =>
        block.type === 'heading' && block.depth === 1 ? `${block.marker}${block.title}` : [],
      )
      const contents = titles.map(
        (text, index): Block => ({ type: 'paragraph', text: `${text}${'…'.repeat(6)}${index + 1}` }),
      )
      damage.blocks.splice(1, 0, { type: 'paragraph', text: '目录' }, ...contents)
    },
  },
  headings('headingsMissing', () => null),
  headings('headingsRenumbered', (block) => ({
    ...block,
    marker: `${'一二三四五六'['一二三四五六'.indexOf(block.marker[0]!) - 1] ?? '一'}、`,
  })),
  headings('headingsReworded', (block) => ({
    ...block,
    title: block.title
      .replace('主动公开政府信息情况', '政府信息主动公开的情况')
      .replace('政府信息公开行政复议、行政诉讼情况', '因政府信息公开工作被申请行政复议、提起行政诉讼情况'),
  })),
]

type HeadingBlock = Extract<Block, { type: 'heading' }>

function headings(name: string, change: (block: HeadingBlock) => HeadingBlock | null): Operator {
  return {
    name,
    class: 'lossless',
    fits: () => true,
    amounts: [1],
    apply: (damage) => {
      damage.blocks = damage.blocks.flatMap((block) =>
        block.type === 'heading' && block.depth === 1 ? (change(block) ?? []) : [block],
      )
    },
  }
}

function cut(sheet: Sheet, count: number, random: Random): void {
  const first = sheet.rows.findIndex((row) => !isHeadRow(row))
  const rows = few(
    Array.from({ length: sheet.rows.length - first }, (_, index) => first + index),
    count,
    random,
  )
  let page = random.integer(2, 5)
  for (const row of rows.sort((a, b) => a - b)) {
    sheet.cuts.push({
      row,
      marks: random.pick([[`- ${page} -`], [`-${page}-`], [`— ${page} —`], [`第 ${page} 页 共 9 页`], []]),
      head: sheet.name === 'requests' && random.chance(0.3),
      group: random.pick(['once', 'again', 'split'] as const),
    })
    page++
  }
}

function tableIndexes(damage: Damage): number[] {
  return damage.blocks.flatMap((block, index) =>
    block.type === 'sheet' && block.sheet.name !== 'other' ? [index] : [],
  )
}
