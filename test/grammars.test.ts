import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bundledGrammars } from '../src/bundled-grammars'
import { grammarFileSchema } from '../src/schema'
import type { AxisRule, Form, Grammar, Label } from '../src/types'

/** Data of another shape: the vocabulary of numerals, units and measure words. */
const other = ['literals.json']
const files = readdirSync('grammars').filter((name) => name.endsWith('.json') && !other.includes(name))

describe.each(files)('grammars/%s', (file) => {
  const text = readFileSync(`grammars/${file}`, 'utf8')
  const grammar: Grammar = JSON.parse(text)

  test('fits the schema', () => {
    const { error } = grammarFileSchema.safeParse(grammar)
    expect(
      error?.issues.map((issue) => `line ${lineOf(text, issue.path)}: ${issue.path.join('.')}: ${complaint(issue)}`) ??
        [],
    ).toEqual([])
  })

  test('is named by its id and bound by the main entry', () => {
    expect(`${grammar.id}.json`).toBe(file)
    expect(bundledGrammars.map(({ id }) => id)).toContain(grammar.id)
    expect(readdirSync('src/grammars')).toContain(`${grammar.id}.ts`)
  })

  test('cites where every label was seen, and names each once', () => {
    const wrong: string[] = []
    for (const list of labelLists(grammar)) {
      for (const { text, seen } of list) if (text.trim() !== text || text === '' || seen === '') wrong.push(text)
      if (new Set(list.map(({ text }) => text)).size !== list.length)
        wrong.push(`twice: ${list.map(({ text }) => text)}`)
    }
    expect(wrong).toEqual([])
  })

  test('has the forms that its sections name', () => {
    const ids = grammar.forms.map(({ id }) => id)
    expect(grammar.sections.flatMap(({ forms }) => forms ?? []).filter((id) => !ids.includes(id))).toEqual([])
  })

  test.each(grammar.forms.map((form) => [form.id, form] as const))('%s: rules name its rows and columns', (_, form) => {
    const keys = {
      stub: form.blocks.flatMap(({ stub }) => leaves(stub)),
      head: form.blocks.flatMap(({ head }) => leaves(head)),
    }
    const missing = form.rules.flatMap(({ axis, subject, left, right }) =>
      [subject, ...left, ...right].filter((key) => !keys[axis].includes(key)),
    )
    expect(missing).toEqual([])
    expect(pointersOf(form)).toHaveLength(new Set(pointersOf(form)).size)
  })
})

test('a mistake in a grammar is told with its line', () => {
  const text = readFileSync('grammars/form-2021.json', 'utf8')
  const grammar = JSON.parse(text)
  const path = ['forms', 1, 'blocks', 0, 'stub', 0, 'labels', 0]
  expect(text.split('\n')[lineOf(text, path) - 1]).toContain(grammar.forms[1].blocks[0].stub[0].labels[0].text)
  delete grammar.forms[1].blocks[0].stub[0].labels[0].seen
  grammar.titel = 'a slip'
  expect(grammarFileSchema.safeParse(grammar).error?.issues.map(complaint)).toEqual([
    'expected string',
    'unknown key titel',
  ])
})

test('ids are unique', () => {
  const ids = bundledGrammars.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

/** Line of the file at which the value of a path stands, or as much of the path as there is: for a failure that can be mended. */
function lineOf(text: string, path: PropertyKey[]): number {
  const open: { key: PropertyKey; isList: boolean }[] = []
  let found = { depth: 0, offset: 0 }
  let word = ''
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    const last = open[open.length - 1]
    if (token === '{' || token === '[') open.push({ key: token === '[' ? 0 : '', isList: token === '[' })
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':') last!.key = JSON.parse(word)
    else if (token === ',' && last?.isList) last.key = Number(last.key) + 1
    word = token
    const depth = open.length
    if (depth > found.depth && depth <= path.length && open.every(({ key }, at) => key === path[at]))
      found = { depth, offset: index }
  }
  return text.slice(0, found.offset).split('\n').length
}

/** What the schema asks for where it refuses something, in a few words. */
function complaint(issue: { code: string; message: string; expected?: string; keys?: string[] }): string {
  if (issue.keys) return `unknown key ${issue.keys.join(', ')}`
  return issue.expected === undefined ? issue.message : `expected ${issue.expected}`
}

/** Every list of labels of a grammar, wherever it stands. */
function labelLists(node: unknown): Label[][] {
  if (Array.isArray(node)) {
    const isLabels =
      node.length > 0 && node.every((item) => typeof item === 'object' && item !== null && 'seen' in item)
    return isLabels ? [node] : node.flatMap(labelLists)
  }
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(labelLists) : []
}

function leaves(rules: AxisRule[], prefix = ''): string[] {
  return rules.flatMap(({ key, children }) => {
    const path = [prefix, key].filter(Boolean).join('/')
    return children ? leaves(children, path) : [path]
  })
}

function pointersOf({ blocks }: Form): string[] {
  return blocks.flatMap(({ stub, head }) =>
    (stub.length === 0 ? [''] : leaves(stub)).flatMap((row) => leaves(head).map((column) => `${row}/${column}`)),
  )
}
