import {
  collapsedLayout,
  htmlLayout,
  type Layout,
  pipesLayout,
  type Rendering,
  strippedLayout,
  textLayout,
  wrapLabels,
} from './layout'
import { printColumns, printScrambled } from './print-columns'
import {
  displayWidth,
  printAbove,
  printBox,
  printCells,
  printCommas,
  printLabelsFirst,
  printLines,
  printRowTables,
  printTabs,
  printTransposed,
  printWord,
} from './print-delimited'
import { printParagraphs } from './print-html'
import { printPages, printPositioned, shatter } from './print-page'
import { printScattered, type Scatter } from './print-scattered'
import type { Random } from './random'
import type { Block } from './report'
import { pointersOf } from './sheet'
import { typeset } from './typeset'

/** All layouts by name. */
export const layouts: readonly Layout[] = [
  htmlLayout('html', {}),
  htmlLayout('html-p', { wrap: 'p', blank: '&nbsp;' }),
  htmlLayout('html-th', { th: true, indented: true }),
  htmlLayout('html-padded', { padded: true }),
  htmlLayout('html-unclosed', { unclosed: true }),
  htmlLayout('html-shouting', { shouting: true, wrap: 'span' }),
  htmlLayout('html-spans', { spanTail: ';', overlong: true, blank: '&#160;' }),
  htmlLayout('html-nested', { indented: true }, (table) => `<table width="100%"><tr><td>${table}</td></tr></table>`),
  htmlLayout('html-filled', { filled: true }),
  htmlLayout('html-shattered', { shattered: true, wrap: 'p', blank: '<o:p>&nbsp;</o:p>' }),
  htmlLayout('html-entities', { entities: true, unclosed: true }),
  textLayout('html-paragraphs', 'stream', (rows) => printParagraphs(rows), { html: true, share: 0.5 }),
  pipesLayout('pipe', {}, 2),
  pipesLayout('pipe-bare', { outer: false }),
  pipesLayout('pipe-filled', { filled: true, lineBreak: '' }),
  pipesLayout('pipe-index', { index: true, lineBreak: ' ' }),
  pipesLayout('pipe-empty-header', { emptyHeader: true }),
  pipesLayout('pipe-late', { headRows: 3 }, 0.5),
  pipesLayout('pipe-trimmed', { trimmed: true }, 0.7, 'stream'),
  pipesLayout('pipe-label-above', { apart: 'label first' }, 0.4),
  pipesLayout('pipe-label-below', { apart: 'figures first' }, 0.4, 'run'),
  textLayout('pipe-rows', 'delimited', (rows) => printRowTables(rows), { markdown: true, share: 0.5 }),
  textLayout('tabs', 'delimited', (rows) => printTabs(rows), { share: 2 }),
  textLayout('tabs-trailing', 'delimited', (rows, random) => printTabs(rows, { trailing: random.integer(1, 2) }), {
    markdown: true,
  }),
  textLayout('tabs-ragged', 'delimited', (rows) => printTabs(rows, { ragged: true }), { share: 2 }),
  textLayout('tabs-broken', 'delimited', (rows) => printTabs(rows, { ragged: true, broken: true })),
  textLayout('tabs-trimmed', 'stream', (rows) => printTabs(rows, { trimmed: true })),
  textLayout('commas', 'delimited', (rows) => printCommas(rows), { share: 0.5 }),
  textLayout('box', 'delimited', (rows) => printBox(rows, 'box'), { share: 0.5 }),
  textLayout('plus', 'delimited', (rows) => printBox(rows, 'plus'), { share: 0.5 }),
  textLayout('word', 'delimited', (rows) => printWord(rows), { gap: true, share: 2 }),
  textLayout('lines', 'stream', (rows) => printLines(rows), { share: 2 }),
  textLayout('lines-wide', 'stream', (rows) => printLines(rows, '   '), { indent: '  ' }),
  textLayout('lines-wrapped', 'stream', (rows, random) => printLines(wrapLabels(rows, random)), { wrap: 28 }),
  textLayout('cells', 'stream', (rows) => printCells(rows), { share: 2 }),
  textLayout('cells-gap', 'stream', (rows) => printCells(rows, { gap: '\n' }), { gap: true }),
  textLayout('cells-indent', 'stream', (rows) => printCells(rows, { indent: '\t\t', gap: '\n\n' }), { gap: true }),
  textLayout('cells-wrapped', 'stream', (rows, random) => printCells(wrapLabels(rows, random)), { wrap: 28 }),
  {
    name: 'page',
    family: 'stream',
    share: 2,
    render: (blocks) => ({ source: printPages(typeset(blocks)), unproved: [] }),
  },
  {
    name: 'page-wide',
    family: 'stream',
    share: 1,
    render: (blocks) => ({ source: printPages(typeset(blocks), displayWidth), unproved: [] }),
  },
  collapsedLayout('lines-collapsed', (rows) => printLines(rows)),
  collapsedLayout('cells-collapsed', (rows, random) => printCells(wrapLabels(rows, random))),
  textLayout('columns', 'run', (rows, random) => printColumns(wrapLabels(rows, random), random, { tallest: 8 }), {
    wrap: 28,
  }),
  textLayout('columns-tall', 'run', (rows, random) => printColumns(rows, random, { tallest: 14 }), {
    wrap: 28,
    share: 0.5,
  }),
  textLayout(
    'columns-scrambled',
    'run',
    (rows, random, name) =>
      name === 'disputes' ? printScrambled(rows, random) : printColumns(rows, random, { tallest: 8 }),
    { wrap: 28, share: 0.5 },
  ),
  textLayout('lines-above', 'run', (rows) => printAbove(rows), { share: 0.5 }),
  textLayout(
    'labels-first',
    'run',
    (rows, _random, name) => ({
      text: printLabelsFirst(rows),
      unproved: name === 'disclosure' ? pointersOf(rows) : [],
    }),
    { share: 0.5 },
  ),
  textLayout('transposed', 'run', (rows) => ({ text: printTransposed(rows), unproved: pointersOf(rows) }), {
    share: 0.3,
  }),
  collapsedLayout('columns-collapsed', (rows, random) => printColumns(rows, random, { tallest: 6 }), 0.5),
  ...(['columns', 'totals', 'pages', 'totals-pages'] as const).flatMap((scatter) => [
    scatteredLayout(scatter, false),
    scatteredLayout(scatter, true),
  ]),
  strippedLayout('stripped', 0, 0.7),
  strippedLayout('stripped-apart', 0.8, 0.7),
  {
    name: 'items',
    family: 'positioned',
    share: 2,
    render: (blocks) => ({ source: '', items: typeset(blocks), unproved: [] }),
  },
  {
    name: 'items-shattered',
    family: 'positioned',
    share: 1,
    render: (blocks, random) => ({ source: '', items: shatter(typeset(blocks), random), unproved: [] }),
  },
  {
    name: 'html-positioned',
    family: 'positioned',
    share: 1,
    render: (blocks) => ({ source: printPositioned(typeset(blocks)), unproved: [] }),
  },
]

/** Columns of one table among the words of the next; drawn by the law that looks at them, not among the others. */
function scatteredLayout(scatter: Scatter, isCollapsed: boolean): Layout {
  const render = (blocks: readonly Block[], random: Random): Rendering => {
    const rendering = printScattered(blocks, random, scatter)
    return isCollapsed ? { ...rendering, source: rendering.source.replace(/\s+/g, ' ').trim() } : rendering
  }
  return { name: `scattered-${scatter}${isCollapsed ? '-collapsed' : ''}`, family: 'run', share: 0, render }
}

/** The layout of a name. */
export function layoutOf(name: string): Layout {
  const layout = layouts.find((candidate) => candidate.name === name)
  if (!layout)
    throw new TypeError(`Unexpected layout ${name}, expected one of ${layouts.map((known) => known.name).join(', ')}`)
  return layout
}

/** Draws a layout by its share. */
export function drawLayout(random: Random): Layout {
  let left = random.integer(0, 1_000_000 - 1) / 1_000_000
  const total = layouts.reduce((sum, { share }) => sum + share, 0)
  for (const layout of layouts) {
    left -= layout.share / total
    if (left < 0) return layout
  }
  return layouts[0]!
}
