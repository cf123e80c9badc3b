import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { main } from '../src/cli/main'
import { parseReport } from '../src/index'

const good = 'fixtures/reports/yunling-2023-word/input.txt'
const wrong = 'fixtures/reports/chenghu-2019-wrong-total/input.txt'
const page = 'fixtures/reports/qingshi-2024-html/input.html'
const scratch = mkdtempSync(join(tmpdir(), 'ogi-report-cli-'))
afterAll(() => rmSync(scratch, { recursive: true }))

describe('parse', () => {
  test('prints one report as the result itself', async () => {
    const { code, out, err } = await run(['parse', good])
    expect(code).toBe(0)
    expect(err).toBe('')
    expect(JSON.parse(out)).toEqual(parseReport(readFileSync(good, 'utf8')))
  })

  test('adds the tree on request', async () => {
    const { out } = await run(['parse', '--tree', good])
    expect(JSON.parse(out).tree.type).toBe('root')
  })

  test('prints several reports as a list with their names, a folder in the order of its names', async () => {
    const { out } = await run(['parse', good, wrong])
    expect(JSON.parse(out).map(({ id }: { id: string }) => id)).toEqual([good, wrong])
    mkdirSync(join(scratch, 'reports', 'more'), { recursive: true })
    for (const name of ['b.txt', 'a.md', 'more/c.html', 'notes.json'])
      writeFileSync(join(scratch, 'reports', name), '无')
    const folder = JSON.parse((await run(['parse', join(scratch, 'reports')])).out)
    const ids = folder.map(({ id }: { id: string }) => relative(scratch, id))
    expect(ids).toEqual(['reports/a.md', 'reports/b.txt', 'reports/more/c.html'])
  })

  test('prints a line a report as ndjson', async () => {
    const { out } = await run(['parse', good, wrong, '--format', 'ndjson'])
    const lines = out.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).id)).toEqual([good, wrong])
  })

  test('prints tidy rows as csv, with one head for all reports', async () => {
    const { out } = await run(['parse', good, wrong, '--format', 'csv'])
    const [head, ...rows] = out.trimEnd().split('\n')
    expect(head).toBe('issuer,year,table,edition,pointer,row,column,value,unit,state,raw,line')
    expect(rows).toHaveLength(200 + 198)
    expect(rows[0]).toBe(
      '云岭县人民政府,2023,disclosure,2021,/disclosure/rules/issued,规章,本年制发件数,0,件,number,0,24',
    )
  })

  test('prints a page that needs nothing beside it', async () => {
    const { out } = await run(['parse', page, '--format', 'html'])
    expect(out).toContain('<!doctype html>')
    expect(out).toContain('青石区人民政府2024年政府信息公开工作年度报告')
    expect(out).toMatch(/title="[^"]*requests[^"]*line \d+"/)
    expect(out).not.toMatch(/<script|src=|href=/)
  })

  test('writes a file, or with a folder a file a report', async () => {
    const file = join(scratch, 'all.csv')
    expect((await run(['parse', good, wrong, '--format', 'csv', '-o', file])).out).toBe('')
    expect(readFileSync(file, 'utf8').split('\n').length).toBe(400)
    await run(['parse', good, '--format', 'ndjson', '-o', `${join(scratch, 'folder')}/`])
    expect(readdirSync(join(scratch, 'folder'))).toEqual(['input.ndjson'])
    await run(['parse', good, wrong, '-o', join(scratch, 'folder')])
    expect(readdirSync(join(scratch, 'folder'))).toEqual(['input-2.json', 'input.json', 'input.ndjson'])
    expect(JSON.parse(readFileSync(join(scratch, 'folder', 'input-2.json'), 'utf8')).format).toBe(1)
  })

  test('gives 2 for a file that cannot be read, and goes on', async () => {
    const broken = join(scratch, 'broken.pdf')
    writeFileSync(broken, '%PDF-1.7 and nothing else')
    const { code, out } = await run(['parse', broken, good])
    expect(code).toBe(2)
    expect(JSON.parse(out)).toHaveLength(2)
  })
})

describe('options of all commands', () => {
  test('--encoding names the encoding of a text file', async () => {
    const file = join(scratch, 'utf16.txt')
    writeFileSync(file, Buffer.from('一、总体情况\n略。\n', 'utf16le'))
    const { out } = await run(['parse', file, '--encoding', 'utf-16le'])
    expect(JSON.parse(out).source).toBe('一、总体情况\n略。\n')
  })

  test('a progress bar stands on a terminal while several files are read, and is gone behind them', async () => {
    const err = terminal()
    await main(['parse', good, wrong, '-o', join(scratch, 'bar.json')], { ...streams(), stderr: err.stream })
    expect(err.text()).toContain('/2')
    const single = terminal()
    await main(['parse', good, '-o', join(scratch, 'bar.json')], { ...streams(), stderr: single.stream })
    expect(single.text()).toBe('')
  })
})

describe('standard input', () => {
  test('may be empty', async () => {
    const { code, out } = await run(['parse', '-'])
    expect(code).toBe(0)
    expect(JSON.parse(out).source).toBe('')
  })

  test('is one document', async () => {
    const { out } = await run(['parse', '-'], readFileSync(page))
    expect(JSON.parse(out).report.issuer).toBe('青石区人民政府')
  })

  test('is JSON lines where the first line is a record; a bad one does not stop the others', async () => {
    const source = readFileSync(good, 'utf8')
    const records = [
      JSON.stringify({ id: 'a', source }),
      '{"id": "b", "source"',
      JSON.stringify({ id: 'c' }),
      '',
      JSON.stringify({ id: 4, base64: readFileSync(good).toString('base64') }),
    ]
    const { code, out, err } = await run(['parse', '-'], records.join('\n'))
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ id }) => id)).toEqual(['a', null, 'c', 4])
    expect(lines[0].report).toEqual(lines[3].report)
    expect(lines[1]).toEqual({ id: null, error: expect.stringContaining('line 2') })
    expect(lines[2]).toEqual({ id: 'c', error: expect.stringContaining('"source" | "base64"') })
    expect(code).toBe(2)
    expect(err).toContain('line 3')
  })

  test('is read no faster than results are taken', async () => {
    let read = 0
    async function* endless() {
      for (;;) yield `${JSON.stringify({ id: ++read, source: '一、总体情况' })}\n`
    }
    let written = 0
    const stdout = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        if (++written === 5) done(Object.assign(new Error('closed'), { code: 'EPIPE' }))
        else setImmediate(done)
      },
    })
    stdout.on('error', () => {})
    await main(['parse', '-'], { stdin: endless(), stdout, stderr: sink().stream }).catch(() => {})
    expect(read).toBeLessThan(20)
  })
})

describe('check', () => {
  test('gives 0 where nothing is wrong', async () => {
    const { code, out, err } = await run(['check', good])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toContain('No findings in 1 report')
  })

  test('gives 1 where the report is wrong, with the printed line and a caret', async () => {
    const { code, out } = await run(['check', wrong])
    expect(code).toBe(1)
    const lines = out.split('\n')
    const at = lines.findIndex((line) => line.includes('requests-row-sum'))
    expect(lines[at]).toMatch(/^fixtures\/.*input\.txt:\d+:\d+ error Unexpected total `\d+`, expected `\d+`/)
    expect(lines[at + 1]).toMatch(/^ +\d+$/)
    expect(lines[at + 2]).toMatch(/^ +\^+$/)
    expect(lines[at + 2]!.indexOf('^')).toBe(lines[at + 1]!.search(/\d/))
  })

  test('speaks Chinese', async () => {
    const { out, err } = await run(['check', wrong, '--lang', 'zh'])
    expect(out).toContain('错误')
    expect(err).toContain('份报告')
  })

  test('prints findings and checks as json', async () => {
    const { out } = await run(['check', wrong, '--format', 'json'])
    const [report] = JSON.parse(out)
    expect(report.id).toBe(wrong)
    expect(report.diagnostics.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('requests-row-sum')
    expect(report.checks.length).toBeGreaterThan(30)
  })

  test('prints SARIF with places in text files', async () => {
    const { code, out } = await run(['check', wrong, page, '--format', 'sarif'])
    const { version, runs } = JSON.parse(out)
    expect({ code, version }).toEqual({ code: 1, version: '2.1.0' })
    expect(runs[0].artifacts).toEqual([{ location: { uri: wrong } }, { location: { uri: page } }])
    const sum = runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === 'requests-row-sum')
    expect(sum.locations[0].physicalLocation.region.startLine).toBe(107)
  })

  test('gives 2 where nothing can be read, and still checks the others', async () => {
    const broken = join(scratch, 'broken.docx')
    writeFileSync(broken, 'PK\u0003\u0004 cut')
    for (const format of ['text', 'json', 'sarif']) {
      const { code, out } = await run(['check', broken, wrong, '--format', format])
      expect(code).toBe(2)
      expect(out).toContain('requests-row-sum')
    }
  })

  test('takes a bad record for an unreadable report', async () => {
    const { code, out, err } = await run(['check', '-', '--format', 'json'], '{"id": 1}')
    expect(code).toBe(2)
    expect(JSON.parse(out)).toEqual([{ id: '1', error: expect.stringContaining('line 1') }])
    expect(err).toContain('line 1')
  })
})

describe('compare', () => {
  test('compares neighbours', async () => {
    const one = JSON.parse((await run(['compare', good, good])).out)
    expect(Object.keys(one).sort()).toEqual(['changes', 'checks', 'diagnostics'])
    const chain = JSON.parse((await run(['compare', good, good, good])).out)
    expect(chain.map(({ older }: { older: string }) => older)).toEqual([good, good])
  })

  test('prints changes for reading', async () => {
    const { code, out } = await run(['compare', good, page, '--format', 'text'])
    expect(code).toBe(0)
    expect(out).toMatch(/ {2}一、本年新收政府信息公开申请数量 总计 +\d+ → +\d+/)
    expect(out).toMatch(new RegExp(`^${page}(?::\\d+:\\d+)? (?:error|warning|info) `, 'm'))
  })
})

describe('show', () => {
  test('prints outline, tables, findings and time', async () => {
    const { out } = await run(['show', good])
    for (const part of ['Outline', '一、总体情况', 'Tables', '科研机构', 'Findings', 'none', ' ms'])
      expect(out).toContain(part)
    expect(out).not.toContain('\u001b')
  })

  test('colours on request, and on a terminal', async () => {
    expect((await run(['show', good], '', { FORCE_COLOR: '1' })).out).toContain('\u001b[')
    expect((await run(['show', good], '', { FORCE_COLOR: '1', NO_COLOR: '1' })).out).not.toContain('\u001b[')
  })

  test('goes on behind a report that cannot be read', async () => {
    const { code, out } = await run(['show', '-'], '{"id": 7}\n{"id": 8, "source": ""}')
    expect(code).toBe(2)
    expect(out).toContain('line 1')
    expect(out).toContain('0 characters')
  })
})

describe('fixture', () => {
  test('makes a test case, once', async () => {
    const options = ['fixture', wrong, '--name', 'chenghu-2019', '--dir', scratch]
    expect((await run(options)).code).toBe(0)
    const files = ['about.json', 'diagnostics.txt', 'input.txt', 'report.json', 'tree.txt']
    expect(readdirSync(join(scratch, 'chenghu-2019'))).toEqual(files)
    const again = await run(options)
    expect(again.code).toBe(2)
    expect(again.err).toContain('expected a new name')
  })
})

describe('misuse', () => {
  test.each([
    [['nothing'], 'Unexpected command `nothing`'],
    [['parse'], 'Expected FILE'],
    [['parse', 'no-such-file'], 'Cannot read no-such-file'],
    [['parse', '--nonsense', good], '--nonsense'],
    [['parse', '--format', 'xml', good], 'Unexpected value `xml`'],
    [['parse', '--jobs', '0', good], '--jobs'],
    [['parse', '--encoding', 'klingon', good], '--encoding'],
    [['parse', '--lang', 'fr', good], '--lang'],
    [['parse', 'docs/schema'], 'expected reports'],
    [['parse', good, '-o', 'no-such-folder/out.json'], 'no-such-folder'],
    [['compare', good], 'OLD NEW'],
    [['fixture', good], '--name'],
    [['fixture', good, '--name', '../escape'], '--name'],
  ])('%j gives 2 and says why', async (argv, reason) => {
    const { code, out, err } = await run(argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(reason)
  })

  test.each([
    [['nothing'], '没有命令 `nothing`'],
    [['parse'], '缺少 FILE'],
    [['parse', '--nonsense', good], '选项有误'],
    [['parse', 'no-such-file'], '无法读取 no-such-file'],
    [['parse', '--format', 'xml', good], '--format 的值 `xml` 无效'],
    [['parse', 'docs/schema'], '没有报告'],
    [['compare', good, 'no-such-file'], '无法读取'],
  ])('%j is told in Chinese too', async (argv, reason) => {
    const { code, err } = await run([...argv, '--lang', 'zh'])
    expect(code).toBe(2)
    expect(err).toContain(reason)
  })

  test('shows the usage, on request on stdout', async () => {
    expect((await run([])).code).toBe(2)
    expect(await run(['--help'])).toMatchObject({ code: 0, err: '' })
    expect((await run(['help', '--lang', 'zh'])).out).toContain('用法')
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('the installed program', () => {
  test('runs', () => {
    const bin = join('dist', 'cli.js')
    expect(execFileSync(process.execPath, [bin, '--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect(spawnSync(process.execPath, [bin, 'check', wrong]).status).toBe(1)
    expect(spawnSync(process.execPath, [bin, 'parse', 'no-such-file']).status).toBe(2)
  })

  test('gives the same bytes on several threads', () => {
    const parse = (jobs: string) => {
      const options = ['dist/cli.js', 'parse', good, wrong, page, good, '--format', 'ndjson', '--jobs', jobs]
      return execFileSync(process.execPath, options, { encoding: 'utf8', maxBuffer: 1e9 })
    }
    expect(parse('2')).toBe(parse('1'))
  })
})

interface Run {
  code: number
  out: string
  err: string
}

async function run(argv: string[], input: string | Uint8Array = '', env: Record<string, string> = {}): Promise<Run> {
  const out = sink()
  const err = sink()
  const stdin = Readable.from([Buffer.from(input)])
  const code = await main(argv, { stdin, stdout: out.stream, stderr: err.stream, env })
  return { code, out: out.text(), err: err.text() }
}

/** Streams that nobody looks at. */
function streams() {
  return { stdin: Readable.from([]), stdout: sink().stream, stderr: sink().stream }
}

/** A sink that says it is a terminal of 80 columns. */
function terminal() {
  const { stream, text } = sink()
  return {
    stream: Object.assign(stream, { isTTY: true, columns: 80, cursorTo() {}, clearLine() {}, moveCursor() {} }),
    text,
  }
}

function sink(): { stream: Writable; text: () => string } {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(Buffer.from(chunk))
      done()
    },
  })
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') }
}
