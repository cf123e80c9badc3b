import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { transformSync } from 'esbuild'
import { afterAll, describe, expect, test } from 'vitest'
import * as docx from '../src/docx'
import * as html from '../src/html'
import * as main from '../src/index'
import { defaultLimits } from '../src/limits'
import * as markdown from '../src/markdown'
import * as pdf from '../src/pdf'
import { fileOptionsSchema, limitsSchema, literalOptionsSchema, textItemSchema } from '../src/schema'
import * as plain from '../src/text'
import * as unified from '../src/unified'

/** Inside the project, so that snippets import `ogi-report` by its name. */
const scratch = 'dist/snippets'
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const pages = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'fixtures/README.md', 'grammars/README.md', ...docs()]

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8')
  const snippets = [...text.matchAll(/^ *```ts\n([\s\S]*?)^ *```$/gm)].map(([, code]) => code!)

  test.skipIf(snippets.length === 0).each(snippets.map((code, index) => [index + 1, code] as const))(
    'snippet %i gives what its comments say',
    (index, code) => {
      mkdirSync(scratch, { recursive: true })
      const file = join(scratch, `${page.replace(/\W/g, '-')}-${index}.mjs`)
      writeFileSync(file, transformSync(withAssertions(code), { loader: 'ts', format: 'esm' }).code)
      expect(spawnSync(process.execPath, [file], { encoding: 'utf8' }).stderr).toBe('')
    },
  )

  test('links to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, path]) => join(dirname(page), path!))
    expect(links.filter((path) => !existsSync(path))).toEqual([])
  })
})

test('the commands under Run it and Test it are scripts of package.json', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  for (const page of ['README.md', 'README.zh-CN.md']) {
    const commands = [...readFileSync(page, 'utf8').matchAll(/^npm ci && npm (?:run )?(\w+)$/gm)].map(
      ([, name]) => name,
    )
    expect(commands).toEqual(['demo', 'test'])
    for (const name of commands) expect(scripts).toHaveProperty(name!)
  }
})

test('the picture of the readme shows what the fixture gives', () => {
  const picture = /^```\n([\s\S]*?)^```$/m.exec(readFileSync('README.md', 'utf8'))![1]!
  const source = readFileSync('fixtures/reports/chenghu-2019-wrong-total/input.txt', 'utf8')
  const { report, provenance, checks, diagnostics } = main.parseReport(source)
  const { line, column } = provenance['/requests/received/total']!.position!.start
  const count = (status: string) => checks.filter((check) => check.status === status).length
  const finding = diagnostics.find(({ ruleId }) => ruleId === 'requests-row-sum')!
  expect(picture).toMatch(new RegExp(`received.total +${report.requests?.received.total}\n`))
  expect(picture).toMatch(new RegExp(`completed.total +${report.requests?.completed.total}\n`))
  expect(picture).toContain(`line ${line}, column ${column}`)
  expect(picture).toContain(`${count('pass')} hold, ${count('fail')} fail`)
  expect(finding.message).toContain(/Unexpected total .*/.exec(picture)![0])
})

test('the command line that the readme shows exists', () => {
  const usage = execFileSync(process.execPath, ['dist/cli.js', '--help'], { encoding: 'utf8' })
  for (const [, command] of readFileSync('README.md', 'utf8').matchAll(/^npx ogi-report (\w+)/gm)) {
    expect(usage).toContain(`\n  ${command} `)
  }
})

test('docs/result.md names every field of every result, every value that a field may have, and nothing else', () => {
  const text = readFileSync('docs/result.md', 'utf8')
  const schemas = ['result', 'row', 'comparison', 'grid', 'form-result'].map((name) => schemaOf(name))
  const named = new Set(schemas.flatMap(namesIn))
  for (const name of named) expect(text, name).toContain(`\`${name}\``)
  // A field that is gone from the types would linger here.
  const tables = [...text.matchAll(/^\| ((?:`\w+`(?:, )?)+) \|/gm)].flatMap(([, cell]) => cell!.match(/\w+/g)!)
  expect(tables.length).toBeGreaterThan(60)
  expect(tables.filter((name) => !named.has(name))).toEqual([])
})

test('docs/api.md and the types state the limits that hold', () => {
  const stated = (page: string, line: RegExp) =>
    Object.fromEntries(
      [...readFileSync(page, 'utf8').matchAll(line)].map(({ groups }) => [groups!.name, groups!.limit]),
    )
  const limits = Object.fromEntries(
    Object.entries(defaultLimits).map(([name, limit]) => [name, limit.toLocaleString('en')]),
  )
  expect(stated('docs/api.md', /^\| `(?<name>\w+)` \| (?<limit>[\d,]+) \|/gm)).toEqual(limits)
  expect(stated('src/types.ts', /default (?<limit>[\d,]+)\. \*\/\n {2}(?<name>\w+): number/g)).toEqual(limits)
})

test('docs/api.md names every function and every option', () => {
  const text = readFileSync('docs/api.md', 'utf8')
  const functions = Object.keys({ ...docx, ...html, ...main, ...markdown, ...pdf, ...plain, ...unified })
  const options = [fileOptionsSchema, limitsSchema, literalOptionsSchema, textItemSchema]
  for (const name of [...functions, ...options.flatMap(({ shape }) => Object.keys(shape))])
    expect(text, name).toMatch(new RegExp(`\\b${name}\\b`))
})

test('grammars/README.md names every field of grammars, forms, headings, sums and sentences', () => {
  const text = readFileSync('grammars/README.md', 'utf8')
  const { definitions, properties } = schemaOf('grammar')
  const parts = ['SectionRule', 'NumberingRule', 'Label', 'Form', 'FormBlock', 'AxisRule', 'Constraint', 'ProseRule']
  const fields = [properties!, ...parts.map((name) => definitions![name]!.properties!)].flatMap(Object.keys)
  for (const field of fields)
    expect(
      [`"${field}"`, `\`${field}\``].some((name) => text.includes(name)),
      field,
    ).toBe(true)
})

test('docs/architecture.md names every folder of src', () => {
  const text = readFileSync('docs/architecture.md', 'utf8')
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map(({ name }) => name).filter((name) => !text.includes(`\`${name}\``))).toEqual([])
})

test.each(['README.md', 'README.zh-CN.md'])('%s states the size limits that are tested', (page) => {
  const limits = readFileSync('test/size.test.ts', 'utf8')
  const rows = [...readFileSync(page, 'utf8').matchAll(/^\| `ogi-report\/?([\w/]*)` \|.*\| (\d+) \|$/gm)]
  expect(rows.length).toBeGreaterThan(4)
  for (const [, entry, limit] of rows) expect(limits).toMatch(new RegExp(`^  '?${entry || 'index'}'?: ${limit},$`, 'm'))
})

interface JsonSchema {
  properties?: Record<string, JsonSchema>
  definitions?: Record<string, JsonSchema>
  enum?: unknown[]
}

function schemaOf(name: string): JsonSchema {
  return JSON.parse(readFileSync(`docs/schema/${name}.json`, 'utf8'))
}

/** Fields and listed values of a schema, nodes of the tree left out: docs/tree.md explains those. */
function namesIn(schema: JsonSchema): string[] {
  if (schema.properties?.type) return []
  const own = Object.keys(schema.properties ?? {})
  const listed = (schema.enum ?? []).filter((value) => typeof value === 'string')
  const nested = [schema.properties, schema.definitions].flatMap((parts) => Object.values(parts ?? {}))
  return [...own, ...listed, ...nested.flatMap(namesIn)]
}

function docs(): string[] {
  return readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name))
}

/** `expression // => value` becomes an assertion that both are deeply equal. */
function withAssertions(code: string): string {
  const body = code.replace(
    /^(\S.*?) \/\/ => (.+)$/gm,
    (_, actual, expected) => `assert.deepStrictEqual(${actual}, ${expected})`,
  )
  return `import assert from 'node:assert'\n${body}`
}
