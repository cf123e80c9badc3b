import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bundledGrammars as grammars } from '../src/bundled-grammars'
import { fromMarkdown } from '../src/from-markdown/from-markdown'
import { fromText } from '../src/from-text/from-text'
import { splitSections as splitAlone } from '../src/split-sections'
import type { Section } from '../src/types'

const split = (source: string) => splitAlone(source, { grammars })

/** One line a section: depth by indent, ordinal, title, and what of its text is asked for. */
function outline(sections: Section[], texts = false): string[] {
  return sections.flatMap(({ depth, ordinal, title, text, sections: inner }) => [
    `${'  '.repeat(depth - 1)}${ordinal ?? '-'} ${title}${texts && text ? ` = ${text}` : ''}`,
    ...outline(inner, texts),
  ])
}

const prose = '我镇围绕公路养护和农村供水公开各类信息，群众可以随时查看，意见也能及时得到回复。'
const parts = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
]
const numerals = ['一', '二', '三', '四', '五', '六']

/** A report in lines, with its headings written by `part` and `sub`. */
function report(part: (index: number) => string, sub: (index: number, title: string) => string): string {
  const subs = [sub(0, '主动公开情况'), prose, sub(1, '强化督查问责'), prose]
  return ['青禾县柳湾镇2021年政府信息公开工作年度报告', '本报告由柳湾镇编制。']
    .concat(parts.flatMap((_, index) => [part(index), ...(index === 0 ? subs : [prose])]))
    .join('\n')
}

const expected = [
  '1 总体情况',
  '  1 主动公开情况',
  '  2 强化督查问责',
  ...parts.slice(1).map((title, at) => `${at + 2} ${title}`),
]
const plainPart = (index: number) => `${numerals[index]}、${parts[index]}`
const plainSub = (index: number, title: string) => `（${numerals[index]}）${title}`
const plain = report(plainPart, plainSub)

describe('numbering', () => {
  const layouts: Record<string, string> = {
    plain,
    'half-width marks': report(
      (at) => `${numerals[at]}.${parts[at]}`,
      (at, title) => `(${numerals[at]}) ${title}`,
    ),
    'spaces inside markers': report(
      (at) => `${numerals[at]} 、 ${parts[at]}`,
      (at, title) => `（ ${numerals[at]} ）${title}`,
    ),
    'closing marks': report(
      (at) => `${plainPart(at)}：`,
      (at, title) => `${plainSub(at, title)}。`,
    ),
    'two marks behind a bracket': report(plainPart, (at, title) => `（${numerals[at]}）、${title}`),
    'parts by name': report((at) => `第${numerals[at]}部分 ${parts[at]}`, plainSub),
    'arabic parts': report((at) => `${at + 1} ${parts[at]}`, plainSub),
    'emphasis of Markdown': report(
      (at) => `**${plainPart(at)}**`,
      (at, title) => `**${plainSub(at, title)}**`,
    ),
    'bookmarks and pictures': report(
      (at) => `[bookmark: _Toc${at}]${plainPart(at)}`,
      (at, title) => `[image: ] ${plainSub(at, title)}`,
    ),
    'conditional comments': report(
      plainPart,
      (at, title) => `<!--[if !supportLists]-->（${numerals[at]}）<!--[endif]-->${title}`,
    ),
    'CRLF and a byte order mark': `\ufeff${plain.replaceAll('\n', '\r\n')}`,
    'full-width indents': plain.replace(/^/gm, '\u3000\u3000'),
    'tab indents': plain.replace(/^/gm, '\t'),
    'blank lines': plain.replaceAll('\n', '\n\n\n'),
    'one line': plain.replaceAll('\n', ' '),
    'one line without spaces': plain.replaceAll('\n', '').replaceAll('强化督查问责', '强化督查问责。'),
    'page numbers': plain
      .split('\n')
      .map((line, at) => `${line}\n- ${at + 1} -`)
      .join('\n'),
    'a table of contents': plain.replace('\n', `\n目 录\n${parts.map((_, at) => plainPart(at)).join('\n')}\n`),
    'a table of contents with leaders': plain.replace(
      '\n',
      `\n${parts.map((_, at) => `${plainPart(at)}…………${at + 1}`).join('\n')}\n`,
    ),
    'the parts listed in the preface': plain.replace(
      '编制。',
      `编制，包括：${parts.map((_, at) => plainPart(at)).join('；')}。`,
    ),
    'markers on lines of their own': plain.replace(/^([一二三四五六]、)/gm, '$1\n'),
    'a title broken over lines': plain.replace(
      '三、收到和处理政府信息公开申请情况',
      '三、收到和处理政府信息\n公开申请情况',
    ),
  }

  test.each(Object.entries(layouts))('%s', (_, source) => {
    expect(outline(split(source))).toEqual(expected)
  })

  test('headings of Markdown: the marker decides, not the number of #', () => {
    const markdown = plain.replace(/^([一二三四五六]、.*)$/gm, '\n#### $1\n').replace(/^(（.）.*)$/gm, '\n# $1\n')
    expect(outline(splitAlone(fromMarkdown(markdown), { grammars }))).toEqual(expected)
  })

  test('markers are kept as printed and give the depth', () => {
    const source = `一、甲\n（二）乙\n${prose}\n3．丙丙\n${prose}\n⑷丁丁\n${prose}`
    const [one] = split(source)
    const two = one!.sections[0]!
    const three = two.sections[0]!
    expect(
      [one, two, three, three.sections[0]].map((section) => [section!.marker, section!.depth, section!.ordinal]),
    ).toEqual([
      ['一、', 1, 1],
      ['（二）', 2, 2],
      ['3．', 3, 3],
      ['⑷', 4, 4],
    ])
  })

  test('a section stands in the last one of smaller depth, levels may be skipped', () => {
    expect(outline(split(`一、甲甲\n1、乙乙\n${prose}\n（一）丙丙\n${prose}`))).toEqual([
      '1 甲甲',
      '    1 乙乙',
      '  1 丙丙',
    ])
  })

  test('numerals of markers, one to ninety-nine', () => {
    const numeral = (n: number) => {
      const [tens, ones] = [Math.floor(n / 10), n % 10]
      const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
      return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[ones]}`
    }
    for (let n = 1; n < 100; n++)
      for (const marker of [`${numeral(n)}、`, `（${numeral(n)}）`, `${n}. `, `(${n})`])
        expect(split(`${marker}甲乙\n${prose}`)[0]).toMatchObject({ ordinal: n, marker: marker.trim() })
  })

  test('the official numbering is known without a grammar', () => {
    expect(outline(splitAlone(`一、甲甲\n${prose}\n（一）乙乙\n${prose}`))).toEqual(['1 甲甲', '  1 乙乙'])
  })
})

describe('run-in headings', () => {
  test('end at 。 or ：, the rest is text', () => {
    expect(outline(split('一、甲\n（一）完善制度。修订办法。\n（二）申请情况：全年无申请。'), true)).toEqual([
      '1 甲',
      '  1 完善制度 = 修订办法。',
      '  2 申请情况 = 全年无申请。',
    ])
  })

  test('end where a known title ends, if a year or a clause follows', () => {
    expect(
      outline(split('一、总体情况2021年，全镇平稳。\n（一）主动公开政府信息情况我镇认真落实，公开及时。'), true),
    ).toEqual(['1 总体情况 = 2021年，全镇平稳。', '  1 主动公开政府信息情况 = 我镇认真落实，公开及时。'])
  })

  test('a longer title is no known title with text behind it', () => {
    expect(outline(split(`一、总体情况及主要成效\n${prose}\n（一）主动公开工作扎实有序。${prose}`))).toEqual([
      '1 总体情况及主要成效',
      '  1 主动公开工作扎实有序',
    ])
  })

  test('a sentence that states a figure is text', () => {
    expect(split('一、甲\n（一）收到申请12件。其中答复10件。')[0]).toMatchObject({
      sections: [],
      text: '（一）收到申请12件。其中答复10件。',
    })
  })
})

describe('what is no heading', () => {
  test('items of a list, the last one too', () => {
    expect(
      outline(split('一、不足\n（一）队伍不稳；\n（二）意识不强；\n（三）形式单一。\n二、其他\n无。'), true),
    ).toEqual(['1 不足 = （一）队伍不稳；\n（二）意识不强；\n（三）形式单一。', '2 其他 = 无。'])
  })

  test('row labels of the forms, whole or cut', () => {
    const rows = [
      '一、本年新收政府信息公开申请数量',
      '三、本年度办理结果',
      '（一）予以公开',
      '（三）不',
      '1.属于国家秘密',
      '（七）总计 3 0 0',
    ]
    expect(outline(split(`三、收到和处理政府信息公开申请情况\n${rows.join('\n')}`))).toEqual([
      '3 收到和处理政府信息公开申请情况',
    ])
  })

  test('references and figures at the start of a broken line', () => {
    const wide = '一年来我镇按照条例规定依法公开各类信息不断完善制度第二十条'
    const lines = [
      '一、甲',
      wide,
      '（三）项的规定得到落实并且在去年的基础上又有了新的进展共计达',
      '1.5万人次，其中大部分集中在上半年公开并且都得到了群众的好评',
      '3、5月份的公开最为集中。',
    ]
    expect(outline(split(lines.join('\n')))).toEqual(['1 甲'])
  })

  test('a remark in brackets where a part is missing', () => {
    expect(outline(split(`一、甲甲\n${prose}\n二、乙乙\n（略）\n四、丁丁\n${prose}`))).toEqual([
      '1 甲甲',
      '2 乙乙',
      '4 丁丁',
    ])
  })

  test('captions between paragraphs', () => {
    expect(outline(split(`一、甲\n${prose}\n便民大厅外景      查阅点\n宣传栏\n二、乙\n${prose}`))).toEqual([
      '1 甲',
      '2 乙',
    ])
  })
})

test('markers and titles in radicals of a font', () => {
  expect(outline(split(`⼀、总体情况\n${prose}\n⼆、其他⼯作\n${prose}`))).toEqual(['1 总体情况', '2 其他工作'])
})

describe('headings without a number', () => {
  test('the title of a part that has no numbered heading', () => {
    const source = report((at) => (at === 1 ? parts[1]! : plainPart(at)), plainSub)
    expect(outline(split(source))).toEqual(
      expected.map((line) => line.replace('2 主动公开政府信息情况', '- 主动公开政府信息情况')),
    )
  })

  test('前言, at depth 1', () => {
    expect(outline(split(`前  言\n${prose}\n一、概述\n${prose}`))).toEqual(['- 前  言', '1 概述'])
  })

  test('a usual heading beside a numbered one, and a short line where a number is missing', () => {
    expect(outline(split(`五、存在问题及改进情况\n（一）存在问题\n${prose}\n改进措施\n${prose}`))).toEqual([
      '5 存在问题及改进情况',
      '  1 存在问题',
      '  - 改进措施',
    ])
    expect(outline(split(`一、甲\n（一）乙乙\n${prose}\n丙丙丙\n${prose}\n（三）丁丁\n${prose}`))).toEqual([
      '1 甲',
      '  1 乙乙',
      '  - 丙丙丙',
      '  3 丁丁',
    ])
  })
})

describe('text', () => {
  const [first, second] = ['我镇严格执行公开制度，及时更新栏目，全年共计公', '开各类信息三百余条，群众满意。']
  const wrapped = Array.from(
    { length: 4 },
    () => `    ${first.slice(0, 22)}\n${first.slice(22)}${second.slice(0, 22)}\n${second.slice(22)}`,
  )

  test('soft line breaks are healed, one paragraph a line', () => {
    expect(split(`一、甲\n${wrapped.join('\n')}`)[0]!.text).toBe(
      Array(4)
        .fill(first + second)
        .join('\n'),
    )
  })

  test('page breaks are healed and stand in no text', () => {
    const source = `一、甲\n我镇严格执行公开制度，及时更新栏目，全年共计公\n\n- 2 -\n\n${second}\n\n${prose}`
    expect(split(source)[0]!.text).toBe(`${first}${second}\n${prose}`)
  })

  test('a paragraph cut in the middle of a sentence goes on behind a blank line', () => {
    expect(split(`一、甲\n${first}\n\n${second}\n\n${prose}`)[0]!.text).toBe(`${first}${second}\n${prose}`)
  })

  test('numbers and Latin words broken over lines keep a space between them', () => {
    expect(
      split(`一、甲\n${wrapped.join('\n')}\n    采用了移动客户端等多种方式公开平台统一使用 Open\nData 标准。`)[0]!.text,
    ).toContain('Open Data 标准')
  })
})

describe('laws', () => {
  const line = fc.constantFrom(
    ...[
      '一、',
      '二、甲',
      '（一）',
      '(二)乙。',
      '1.',
      '2、丙；',
      '（1）丁',
      '总体情况',
      prose,
      prose.slice(0, 24),
      '',
      '\t0',
      '- 1 -',
      '**三、其他**',
      '第一部分',
    ],
  )
  const source = fc.array(line, { maxLength: 20 }).map((lines) => lines.join('\n'))
  const flat = (sections: Section[]): Section[] => sections.flatMap((section) => [section, ...flat(section.sections)])

  test('sections lie in order inside their parents, and their markers at their positions', () => {
    fc.assert(
      fc.property(source, (text) => {
        const check = (sections: Section[], from: number, to: number) => {
          let at = from
          for (const { position, marker, depth, sections: inner } of sections) {
            expect(position!.start.offset).toBeGreaterThanOrEqual(at)
            expect(position!.end.offset).toBeLessThanOrEqual(to)
            expect(text.startsWith(marker, position!.start.offset)).toBe(true)
            for (const child of inner) expect(child.depth).toBeGreaterThan(depth)
            check(inner, position!.start.offset, position!.end.offset)
            at = position!.end.offset
          }
        }
        check(split(text), 0, text.length)
      }),
    )
  })

  test('splitting changes nothing of a tree that is given, and splits its own result alike', () => {
    fc.assert(
      fc.property(source, (text) => {
        const tree = fromText(text)
        const before = structuredClone(tree)
        const sections = splitAlone(tree, { grammars })
        expect(tree).toEqual(before)
        expect(flat(sections).every(({ title }) => !/[。：]$/.test(title))).toBe(true)
      }),
    )
  })

  test('a million characters without a break take no time to speak of', () => {
    for (const unit of ['一', '（', '（一）', '一、', ' ', '。', '1.', '[image: ', '<!--', '《', '2021年'])
      expect(split(unit.repeat(200_000 / unit.length))).toBeInstanceOf(Array)
  })
})

describe('headings as old reports print them', () => {
  test.each([
    [
      'numbers without a mark',
      '一　概述\n平稳。\n二　主动公开海事信息情况\n平稳。\n三　收费情况\n无。',
      ['1 概述', '2 主动公开海事信息情况', '3 收费情况'],
    ],
    ['a colon behind 第一部分', '第一部分：概述\n平稳。\n第二部分：收费\n无。', ['1 概述', '2 收费']],
    [
      'empty parts on one line',
      '一、概述\n平稳。\n二、收费情况 无\n三、复议诉讼情况　暂无。',
      ['1 概述', '2 收费情况', '3 复议诉讼情况'],
    ],
    [
      'a sentence with figures is none',
      '一、概述\n（一）全年公开信息86条，其中：网站12条。\n（二）公开方式。网站公开。',
      ['1 概述', '  2 公开方式'],
    ],
  ])('%s', (_, source, titles) => {
    expect(outline(split(source))).toEqual(titles)
  })
})
