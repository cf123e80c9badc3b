import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const literals = ['findQuantities', 'parseDate', 'parseNumeral', 'parsePeriod', 'parseQuantity', 'parseUnit']

/** Every value that a subpath exports: the public names. */
const names: Record<string, string[]> = {
  '.': [
    ...['compareReports', 'formatDiagnostic', 'labelOf', 'parseFile', 'parseReport', 'readForm', 'recoverTables'],
    ...['splitSections', 'toRows'],
    ...literals,
  ],
  './core': ['parseReport'],
  './literals': literals,
  './sections': ['splitSections'],
  './tables': ['readForm', 'recoverTables'],
  './text': ['fromText'],
  './markdown': ['fromMarkdown', 'fromMdast'],
  './html': ['fromHast', 'fromHtml'],
  './docx': ['fromDocx'],
  './pdf': ['fromPdf', 'fromPdfText'],
  './unified': ['rehypeReport', 'remarkReport', 'reportCompile', 'reportParse'],
  './messages/zh': ['messages'],
  './grammars/form-2019': ['form2019'],
  './grammars/form-2021': ['form2021'],
}

test.each(Object.entries(names))('ogi-report/%s exports its public names and no others', (entry, expected) => {
  expect(exportsOf(entry)).toEqual([...expected].sort())
})

test('every subpath of package.json is tested here or below', () => {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8'))
  const elsewhere = ['./schema', './schema/*.json', './grammars/*', './package.json']
  expect(Object.keys(exports).filter((entry) => !names[entry] && !elsewhere.includes(entry))).toEqual([])
})

test('ogi-report/schema exports schemas alone', () => {
  const exported = exportsOf('./schema')
  expect(exported.length).toBeGreaterThan(50)
  expect(exported.filter((name) => !name.endsWith('Schema'))).toEqual([])
})

test('JSON schemas and package.json can be imported', () => {
  const code = `
    import schema from 'ogi-report/schema/grammar.json' with { type: 'json' }
    import manifest from 'ogi-report/package.json' with { type: 'json' }
    console.log(schema.title, manifest.name)`
  expect(run(code)).toBe('ogi-report grammar ogi-report\n')
})

/** Imported as a user would: by the package's name, in a process of its own. */
function exportsOf(entry: string): string[] {
  const name = `ogi-report${entry.slice(1)}`
  return JSON.parse(run(`console.log(JSON.stringify(Object.keys(await import('${name}')).sort()))`))
}

function run(code: string): string {
  const options = ['--no-warnings', '--input-type=module', '--eval', code]
  return execFileSync(process.execPath, options, { encoding: 'utf8' })
}
