import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createContext } from '../src/context'
import { fromText } from '../src/from-text/from-text'
import { recover } from '../src/recover/recover'
import type { Root } from '../src/tree'

const recoverText = (source: string): Root => recover(fromText(source), createContext(source))

/** What stands in the tree: rows of tables, one a line, cells parted by `|`; other nodes by their type. */
function show({ children }: Root): string[] {
  return children.flatMap((node) => {
    if (node.type !== 'table') return [node.type]
    return node.children.map((row) =>
      row.type === 'pageBreak'
        ? 'page'
        : row.children.map((cell) => (cell.type === 'tableCell' ? textOf(cell.children) : '')).join('|'),
    )
  })
}

const textOf = (texts: { value: string }[]) => texts.map(({ value }) => value).join('')

describe('recover', () => {
  test.each<[string, string, string[]]>([
    ['one row a line', '规章\t2\t2\n文件\t1\t15', ['规章|2|2', '文件|1|15']],
    ['blank cells stay', '规章\t\t2\n\t1\t', ['规章||2', '|1|']],
    ['one cell a line', '\t规章\n\t2\n\n\t文件\n\t15', ['规章|2', '文件|15']],
    ['one cell a line, a cell over two lines', '\t本年新\n制作数量\n\t2\n\n\t甲\n\t3', ['本年新制作数量|2', '甲|3']],
    ['one cell a line, lost tabs', '\t规章\n2\n19\n\n\t文件\n\t1\n\t15', ['规章|2|19', '文件|1|15']],
    ['one cell a line, no blank lines', '\t规章\n\t2\n\t文件\n\t15', ['规章|2', '文件|15']],
    ['one cell a line, all blank lines', '\t规章\n\n\t2\n\n\n\t文件\n\n\t15', ['规章|2', '文件|15']],
    ['one cell a line, indented', '\t\t规章\n\t\t\n\t\t2\n\n\t\t文件\n\t\t1\n\t\t15', ['规章||2', '文件|1|15']],
    ['a page mark between rows', '规章\t2\t2\n- 4 -\n文件\t1\t15', ['规章|2|2', 'page', '文件|1|15']],
    ['a page mark between cells', '\t规章\n\t2\n- 4 -\n\t19\n\n\t文件\n\t1\n\t15', ['规章|2|19', 'page', '文件|1|15']],
    ['pipes', '| 规章 | 2 |\n|---|---|\n| 文件 | 15 |', ['规章|2', '文件|15']],
    ['pipes without outer ones', '规章 | 2 | \n文件 | 1 | 15\n | 3 | 4', ['规章|2|', '文件|1|15', '|3|4']],
    ['pipes with breaks', '| 商业<br>企业 | 2 |\n| 其他 | 3 |', ['商业企业|2', '其他|3']],
    ['a drawn box', '┌──┬──┐\n│规章│2 │\n├──┼──┤\n│文件│15│\n└──┴──┘', ['规章|2', '文件|15']],
    [
      'a drawn grid whose cells are broken over lines',
      '+------+----+\n| 本年 | 12 |\n| 新收 |    |\n+------+----+\n| 上年 | 3  |\n| 结转 |    |\n+------+----+\n| 总计 | 15 |\n+------+----+',
      ['本年新收|12', '上年结转|3', '总计|15'],
    ],
    [
      'a drawn grid with a cell over two rows',
      '+----+------+---+\n| 办 | 公开 | 2 |\n| 理 +------+---+\n|    | 其他 | 3 |\n+----+------+---+',
      ['办|公开|2', '理', '|其他|3'],
    ],
    ['commas', '规章,2,,\n"甲,乙",1,,\n文件,,15,', ['规章|2||', '甲,乙|1||', '文件||15|']],
    [
      'a heading behind a dump',
      '\t规章\n\t2\n\n\t文件\n\t1\n\n\t三、收到和处理情况\n\n\t甲\n\t5\n\n\t乙\n\t6',
      ['规章|2', '文件|1', 'paragraph', '甲|5', '乙|6'],
    ],
    [
      'a signature behind a table',
      '规章\t2\t2\n文件\t1\t15\n青溪县人民政府办公室',
      ['规章|2|2', '文件|1|15', 'paragraph'],
    ],
  ])('%s', (_, source, expected) => {
    expect(show(recoverText(source))).toEqual(expected)
  })

  test.each([
    ['paragraphs that begin with a tab', '\t本年度共公开信息二百条。\n\t其中规范性文件三件。\n\t详见网站。'],
    ['a tab in a sentence', '联系人：\t张三，电话见文末。'],
    ['half-width commas', '一是公开,二是解读,三是回应\n四是培训,五是考核,六是监督\n七是整改,八是总结,九是提升'],
    ['a path of links', '首页 | 政务公开 | 年报'],
  ])('prose stays prose: %s', (_, source) => {
    const { children } = recoverText(source)
    expect(children.every(({ type }) => type === 'paragraph')).toBe(true)
  })

  test('nothing is lost, nothing is doubled: every word stands once, in order', () => {
    const piece = fc.constantFrom('\t', '\n', '\n\n', '|', '甲', '乙丙', '1', '23', '、', '- 4 -', ',', '三、丁')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join('')
        const printed: string[] = []
        const walk = (node: { children?: unknown[]; value?: string }): void => {
          if (node.value !== undefined) printed.push(node.value)
          for (const child of node.children ?? []) walk(child as typeof node)
        }
        walk(recoverText(source))
        const bare = (text: string) => text.replace(/[\s|,-]/g, '')
        expect(bare(printed.join(''))).toBe(bare(source))
      }),
      { numRuns: 300 },
    )
  })

  test('the tree that was given stays as it is', () => {
    const tree = fromText('规章\t2\t2\n文件\t1\t15')
    const before = structuredClone(tree)
    recover(tree, createContext(null))
    expect(tree).toEqual(before)
  })
})
