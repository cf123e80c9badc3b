import { describe, expect, test } from 'vitest'
import { createContext } from '../src/context'
import { fromText } from '../src/from-text/from-text'
import { form2019 } from '../src/grammars/form-2019'
import { form2021 } from '../src/grammars/form-2021'
import { recoverFlattened } from '../src/recover/flattened'

/** What is cut out of a text as tables, and what is left of it. */
function recover(source: string): { tables: string[]; rest: string[] } {
  const context = createContext(source, { grammars: [form2019, form2021] })
  const nodes = recoverFlattened(fromText(source).children, context)
  const text = ({ start, end }: { start: { offset: number }; end: { offset: number } }) =>
    source.slice(start.offset, end.offset)
  return {
    tables: nodes.flatMap((node) => (node.type === 'table' ? [text(node.position!)] : [])),
    rest: nodes.flatMap((node) => (node.type === 'paragraph' ? [text(node.position!)] : [])),
  }
}

const disclosure =
  '第二十条第（一）项 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 1 0 4 行政规范性文件 2 3 9 第二十条第（五）项 信息内容 本年处理决定数量 行政许可 77'

describe('forms among lines without cell borders', () => {
  test('are cut out between their headings', () => {
    const source = `二、主动公开政府信息情况\n${disclosure.replaceAll(' ', '\n')}\n三、收到和处理政府信息公开申请情况\n本年没有收到申请。`
    expect(recover(source)).toEqual({
      tables: [disclosure.replaceAll(' ', '\n')],
      rest: ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '本年没有收到申请。'],
    })
  })

  test('are cut out of one line', () => {
    const run = disclosure.replaceAll(' ', '')
    const source = `我局公开信息9条。二、主动公开政府信息情况${run}三、收到和处理政府信息公开申请情况2023年没有收到申请。`
    expect(recover(source).tables).toEqual([run])
  })

  test('leave the words that follow their figures', () => {
    const source = `${disclosure}\n2023 年，我局继续努力。`
    expect(recover(source)).toEqual({ tables: [disclosure], rest: ['2023 年，我局继续努力。'] })
  })

  test('pass over a page header on the way to their figures', () => {
    const head = '行政复议 行政诉讼 结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉'
    const source = `${head}\n青禾县年报 第2页\n1 0 0 0 1 0 0 0 0 0 0 0 0 0 0\n五、存在的主要问题及改进情况`
    expect(recover(source).tables).toEqual([source.slice(0, source.indexOf('\n五、'))])
  })

  test.each([
    '本年办理行政许可 12 件、行政处罚 3 件、行政强制 1 件，规章 2 件，行政规范性文件 5 件。',
    '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况组成。',
    '全年行政复议 9 件，其中结果维持 3 件，结果纠正 1 件，其他结果 5 件；行政诉讼 2 件，未经复议直接起诉 1 件，复议后起诉 1 件。',
  ])('prose is none: %s', (source) => {
    expect(recover(source)).toEqual({ tables: [], rest: [source] })
  })

  test('every character of a line is in the table or beside it', () => {
    const source = `前文。${disclosure}\n后文。`
    const { tables, rest } = recover(source)
    expect([...rest.slice(0, 1), ...tables, ...rest.slice(1)].join('').replace(/\s/g, '')).toBe(
      source.replace(/\s/g, ''),
    )
  })
})
