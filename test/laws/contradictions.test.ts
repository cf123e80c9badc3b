import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formLeaves } from '../../src/form/form-leaves'
import { form2021 } from '../../src/grammars/form-2021'
import { parseReport } from '../../src/main-entry'

/** A figure of the text that a table prints too. */
interface Kind {
  ruleId: string
  sentence: (figure: number) => string
  /** Rows of table 三 by key: the figure stands in the columns 自然人 and 总计. */
  requests?: (figure: number) => Record<string, number>
  /** Cells of table 四, in the order of print. */
  disputes?: (figure: number) => number[]
}

const kinds: Kind[] = [
  {
    ruleId: 'text-received',
    sentence: (n) => `共受理政府信息公开申请${n}件，均登记在册。`,
    requests: (n) => ({ received: n, granted: n, completed: n }),
  },
  {
    ruleId: 'text-answered',
    sentence: (n) => `政府信息公开申请方面，全年答复${n}件，文书规范。`,
    requests: (n) => ({ received: n, granted: n, completed: n }),
  },
  {
    ruleId: 'text-carried-in',
    sentence: (n) => `办理中的政府信息公开申请含上年结转${n}件，均有登记。`,
    requests: (n) => ({ carriedIn: n, granted: n, completed: n }),
  },
  {
    ruleId: 'text-carried-out',
    sentence: (n) => `政府信息公开申请另有${n}件顺延到下年度答复，均有登记。`,
    requests: (n) => ({ received: 2 * n, granted: n, completed: n, carriedOut: n }),
  },
  {
    ruleId: 'text-category',
    sentence: (n) => `对政府信息公开申请，不予公开${n}件，理由充分。`,
    requests: (n) => ({ received: n, 'denied/internalAffairs': n, completed: n }),
  },
  {
    ruleId: 'text-reconsideration',
    sentence: (n) => `政府信息公开行政复议${n}件，均依法应对。`,
    disputes: (n) => [n, 0, 0, 0, n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  },
  {
    ruleId: 'text-litigation',
    sentence: (n) => `政府信息公开行政诉讼${n}件，均依法应诉。`,
    disputes: (n) => [0, 0, 0, 0, 0, n, 0, 0, 0, n, 0, 0, 0, 0, 0],
  },
]

describe.each(kinds)('$ruleId', (kind) => {
  const { ruleId } = kind

  test('a figure that agrees passes, one that differs fails exactly this rule', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 9 }), (figure, more) => {
        const { checks, diagnostics } = parseReport(print(kind, kind.sentence(figure + more), figure))
        expect(checks.filter((check) => check.ruleId === ruleId).map(({ status }) => status)).toEqual([
          more === 0 ? 'pass' : 'fail',
        ])
        expect(checks.filter(({ status }) => status === 'fail').map((check) => check.ruleId)).toEqual(
          more === 0 ? [] : [ruleId],
        )
        expect(diagnostics.filter(({ severity }) => severity !== 'info').map((finding) => finding.ruleId)).toEqual(
          more === 0 ? [] : [ruleId],
        )
      }),
      { numRuns: 8 },
    )
  })

  test('a figure of another body is of another scope', () => {
    const { checks } = parseReport(print(kind, `全省${kind.sentence(5)}`, 3))
    expect(checks.filter((check) => check.ruleId === ruleId)).toMatchObject([{ status: 'unknown', reason: 'scope' }])
  })
})

test.each([
  ['210余件', 214, 'pass', null],
  ['210余件', 208, 'fail', null],
  ['210余件', 900, 'unknown', 'approximate'],
  ['近300件', 296, 'pass', null],
  ['近300件', 301, 'fail', null],
  ['约300件', 260, 'pass', null],
  ['约300件', 90, 'fail', null],
  ['1.2万件', 12_040, 'pass', null],
  ['1.2万件', 12_900, 'fail', null],
])('共受理政府信息公开申请%s against %i: %s', (words, printed, status, reason) => {
  const { checks } = parseReport(print(kinds[0]!, `共受理政府信息公开申请${words}，均登记在册。`, printed))
  expect(checks.filter(({ ruleId }) => ruleId === 'text-received')).toMatchObject([{ status, reason }])
})

test.each([
  '通过网络渠道收到政府信息公开申请3件。',
  '政府信息公开申请方面，延期答复1件，书面答复3件。',
  '全年办理行政复议案件120件，行政诉讼案件30件。',
  '受理行政许可申请900件。',
  '2021年共受理政府信息公开申请30件。',
  '较上年受理政府信息公开申请30件有所减少。',
  '清理规范性文件20件，主动公开规范性文件12件。',
  '信函、传真申请2件。',
])('is no statement on the tables: %s', (sentence) => {
  const kind: Kind = {
    ruleId: '',
    sentence: () => sentence,
    requests: (n) => ({ received: n, granted: n, completed: n }),
  }
  const { checks } = parseReport(`青河县教育局2022年政府信息公开工作年度报告\n\n${print(kind, sentence, 8)}`)
  expect(checks.filter(({ ruleId }) => ruleId.startsWith('text-'))).toEqual([])
})

/** A report without year and title, so that nothing but its figures is checked. */
function print({ requests, disputes }: Kind, sentence: string, figure: number): string {
  const parts = [`一、总体情况\n全年工作有序推进，制度逐步健全。${sentence}`]
  parts.push(`三、收到和处理政府信息公开申请情况\n${requestsTable(requests?.(figure) ?? {})}`)
  if (disputes) parts.push(`四、政府信息公开行政复议、行政诉讼情况\n${disputesTable(disputes(figure))}`)
  return `${parts.join('\n\n')}\n`
}

function requestsTable(rows: Record<string, number>): string {
  const form = form2021.forms.find(({ name }) => name === 'requests')!
  const leaves = formLeaves(form).filter(({ column }) => column === 0)
  const head = '\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计'
  const lines = leaves.map(({ stub }) => {
    const figure = rows[stub!.key] ?? 0
    return [stub!.path.at(-1)!.labels[0]!.text, figure, 0, 0, 0, 0, 0, figure].join('\t')
  })
  return ['申请人情况', head, ...lines].join('\n')
}

function disputesTable(cells: number[]): string {
  const outcomes = '结果维持\t结果纠正\t其他结果\t尚未审结\t总计'
  return [
    '<table><tr><td colspan=5>行政复议<td colspan=10>行政诉讼',
    `<tr>${outcomes
      .split('\t')
      .map((text) => `<td rowspan=2>${text}`)
      .join('')}<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉`,
    `<tr>${[...outcomes.split('\t'), ...outcomes.split('\t')].map((text) => `<td>${text}`).join('')}`,
    `<tr>${cells.map((cell) => `<td>${cell}`).join('')}</table>`,
  ].join('')
}
