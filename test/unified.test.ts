import rehypeParse from 'rehype-parse'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { reporter } from 'vfile-reporter'
import { describe, expect, it } from 'vitest'
import { parseReport } from '../src/main-entry'
import { rehypeReport, remarkReport, reportCompile, reportParse } from '../src/unified'
import { makeCase } from './arbitraries/case'

const html = makeCase({ seed: 3, layout: 'html', steps: [] }).rendering.source
const pipes = makeCase({ seed: 3, layout: 'pipe', steps: [] }).rendering.source
/** The last total of table 三 is wrong in print. */
const wrong = html.replace(/(<td>\d+<\/td>)(?=<\/tr>\s*<\/table>)/, '<td>99999</td>')

describe('plugins', () => {
  it.each([html, pipes])('reportParse and reportCompile give the result of parseReport', async (source) => {
    const file = await unified().use(reportParse).use(reportCompile).process(source)
    expect(file.result).toEqual(parseReport(source))
  })

  it('rehypeReport takes the tree of rehype-parse', async () => {
    const file = await unified().use(rehypeParse).use(rehypeReport).use(reportCompile).process(html)
    expect(file.result).toEqual(parseReport(html))
  })

  it('remarkReport takes the tree of remark-parse', async () => {
    const text = '# 某县2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n全年公开信息12条。\n'
    const file = await unified().use(remarkParse).use(remarkReport).use(reportCompile).process(text)
    expect(file.result).toEqual(parseReport(text, { format: 'markdown' }))
  })

  it('give a message for every diagnostic, at its place', async () => {
    const file = await unified()
      .use(reportParse)
      .use(reportCompile)
      .process(new VFile({ path: 'report.html', value: wrong }))
    const { diagnostics } = file.result
    expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(diagnostics.map(({ ruleId }) => ruleId))
    for (const [index, { severity, position, values, help, related }] of diagnostics.entries()) {
      const message = file.messages[index]!
      expect(message.fatal).toBe({ error: true, warning: false, info: undefined }[severity])
      expect(message.place).toEqual(position)
      expect(message.source).toBe('ogi-report')
      expect(message.actual).toBe(values.actual === undefined ? undefined : String(values.actual))
      expect(message.note).toBe(help)
      expect(message.url).toContain(message.ruleId!)
      expect((message.cause as Error | undefined)?.message).toBe(related?.[0]?.message)
    }
    expect(reporter(file)).toMatch(/report\.html[\s\S]*requests-row-sum/)
  })
})
