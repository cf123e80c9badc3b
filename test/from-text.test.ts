import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromText } from '../src/from-text/from-text'
import type { Root } from '../src/tree'

/** The leaves of a tree of lines, in document order. */
function leaves(root: Root): { value: string; start: number; end: number }[] {
  return root.children.flatMap((node) => {
    const all = node.type === 'paragraph' ? node.children : [node]
    return all.map((leaf) => ({
      value: 'value' in leaf ? leaf.value : '',
      start: leaf.position!.start.offset,
      end: leaf.position!.end.offset,
    }))
  })
}

const lines = (root: Root) =>
  root.children.map((node) =>
    node.type === 'paragraph'
      ? node.children.map(({ value }) => value).join('|')
      : `<${'value' in node ? node.value : ''}>`,
  )

const fragment = fc.oneof(
  fc.constantFrom(
    '一、总体情况',
    '（一）主动公开。',
    '-1-',
    '- 2 -',
    '第 3 页',
    '4',
    '规章',
    ' ',
    '\t',
    '\u3000',
    '\ufeff',
    '\f',
  ),
  fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\u2028', '\v'),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const document = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''))

describe('laws of the text reader', () => {
  test('every character that is not blank is in exactly one leaf, in order', () => {
    fc.assert(
      fc.property(document, (source) => {
        const all = leaves(fromText(source))
        let at = 0
        for (const { start, end } of all) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(source.slice(at, start).trim()).toBe('')
          at = end
        }
        expect(source.slice(at).trim()).toBe('')
      }),
    )
  })

  test('a leaf is the slice of the source at its position and holds no line break', () => {
    fc.assert(
      fc.property(document, (source) => {
        for (const { value, start, end } of leaves(fromText(source))) {
          expect(source.slice(start, end)).toBe(value)
          expect(value).not.toMatch(/[\n\r]/)
        }
      }),
    )
  })

  test('line ends make no difference', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('规章', '- 1 -', '', '一、总体情况', ' 0 '), { maxLength: 12 }), (parts) => {
        const [lf, crlf, cr] = ['\n', '\r\n', '\r'].map((end) => lines(fromText(parts.join(end))))
        expect(crlf).toEqual(lf)
        expect(cr).toEqual(lf)
      }),
    )
  })
})

describe('page marks', () => {
  let step = 0
  const prose = (n: number) =>
    Array.from({ length: n }, () => `全年围绕群众关切持续推进各项公开工作之第${step++}步举措`)

  test('a number between dashes on its own line', () => {
    expect(lines(fromText('甲\n - 4 - \n乙\n— 5 —\n第 6 页 共 9 页\n丙'))).toEqual([
      '甲',
      '< - 4 - >'.replace(/< | >/g, (m) => m.trim()),
      '乙',
      '<— 5 —>',
      '<第 6 页 共 9 页>',
      '丙',
    ])
  })

  test('inside a line only where they count up', () => {
    expect(lines(fromText('公开工作 -1- 稳步推进，栏目 -2- 更新'))).toEqual([
      '公开工作 ',
      '<-1->',
      ' 稳步推进，栏目 ',
      '<-2->',
      ' 更新',
    ])
    expect(lines(fromText('增减为 -1- 项'))).toEqual(['增减为 -1- 项'])
  })

  test('bare numbers that count up between lines of prose, not in a column of cells', () => {
    const source = [...prose(12), '1', ...prose(12), '2', ...prose(12)].join('\n')
    expect(lines(fromText(source)).filter((line) => line.startsWith('<'))).toEqual(['<1>', '<2>'])
    expect(lines(fromText(['规章', '1', '2', '3', '行政规范性文件', '4'].join('\n')))).not.toContain('<1>')
    expect(
      lines(
        fromText(['受理申请数量合计如下一行所示的数字', '1', '答复申请数量合计如下一行所示的数字', '2'].join('\n')),
      ),
    ).not.toContain('<1>')
  })

  test('a running title beside page marks', () => {
    const page = (n: number) => [...prose(3), '云溪市 2021 年报', `- ${n} -`]
    const source = [1, 2, 3].flatMap(page).join('\n')
    expect(lines(fromText(source)).filter((line) => line === '<云溪市 2021 年报>')).toHaveLength(3)
  })

  test('what browsers print at the edges of pages, where the address with the number of the page is there', () => {
    const time = '2024/1/19 10:22'
    const page = (n: number) => [time, ...prose(3), 'https://www.example.gov.cn/art/2024.html', `${n}/2`]
    expect(lines(fromText([1, 2].flatMap(page).join('\n'))).filter((line) => line.startsWith('<'))).toEqual([
      `<${time}>`,
      '<https://www.example.gov.cn/art/2024.html>',
      '<1/2>',
      `<${time}>`,
      '<https://www.example.gov.cn/art/2024.html>',
      '<2/2>',
    ])
    expect(lines(fromText(`发布于 ${time} 网址 https://www.example.gov.cn`))).toHaveLength(1)
  })

  test('a form feed opens a page', () => {
    expect(lines(fromText('甲\n\f乙'))).toEqual(['甲', '<\f>', '乙'])
  })
})

test('radicals of a font are read as the characters that they show, and keep their places', () => {
  const [line] = fromText('⼀、2021年1⽉1⽇').children
  expect(line).toMatchObject({ children: [{ value: '一、2021年1月1日', position: { end: { offset: 11 } } }] })
})

test('blank lines are counted, lines of tabs are kept as empty cells', () => {
  const tree = fromText('\ufeff\n\n甲\n \n\t\n乙')
  expect(tree.children.map((node) => node.data)).toEqual([{ gap: 2 }, { gap: 1 }, undefined])
})
