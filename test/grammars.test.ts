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
      error?.issues.map(({ path, message }) => `${placeOf(text, path)}: ${path.join('.')}: ${message}`) ?? [],
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

test('ids are unique', () => {
  const ids = bundledGrammars.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

/** Line of the file where the innermost key of a path stands, as well as it can be told: for a readable failure. */
function placeOf(text: string, path: PropertyKey[]): string {
  let offset = 0
  for (const key of path) if (typeof key === 'string') offset = Math.max(offset, text.indexOf(`"${key}"`, offset))
  return `line ${text.slice(0, offset).split('\n').length}`
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
