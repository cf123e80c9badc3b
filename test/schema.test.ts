import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { grammarFileSchema, resultSchema } from '../src/schema'
import { jsonSchemas } from '../src/schema/json-schema'

const folder = 'docs/schema'

describe('the JSON Schemas under docs/schema', () => {
  const schemas = jsonSchemas()
  if (process.env.UPDATE) {
    mkdirSync(folder, { recursive: true })
    for (const [name, text] of Object.entries(schemas)) writeFileSync(`${folder}/${name}`, text)
  }

  test('are those that the build publishes, no more and no fewer', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(schemas).sort())
  })

  test.each(Object.keys(schemas))('%s is current (UPDATE=1 npm test writes it)', (name) => {
    expect(readFileSync(`${folder}/${name}`, 'utf8')).toBe(schemas[name])
  })

  test('the grammar schema describes every field, so that editors can explain it', () => {
    const grammar = JSON.parse(schemas['grammar.json']!)
    const bare: string[] = []
    for (const [name, definition] of Object.entries<Definition>({ '': grammar, ...grammar.definitions })) {
      for (const [field, value] of Object.entries(definition.properties ?? {})) {
        if (!value.description && !value.$ref && !value.allOf) bare.push(`${name}.${field}`)
      }
    }
    expect(bare).toEqual([])
  })
})

interface Definition {
  description?: string
  $ref?: string
  allOf?: unknown
  properties?: Record<string, Definition>
}

describe('the zod schemas', () => {
  test('refuse unknown fields: a typing error in a grammar is found', () => {
    const grammar = JSON.parse(readFileSync('grammars/form-2021.json', 'utf8'))
    expect(grammarFileSchema.safeParse(grammar).success).toBe(true)
    expect(grammarFileSchema.safeParse({ ...grammar, section: [] }).success).toBe(false)
    expect(grammarFileSchema.safeParse({ ...grammar, format: 2 }).success).toBe(false)
  })

  test('refuse undefined where a field may only be left out', () => {
    const empty = { format: 1, grammars: [], provenance: {}, checks: [], diagnostics: [], source: null }
    const report = {
      title: null,
      issuer: null,
      year: null,
      period: null,
      published: null,
      contact: { address: null, postcode: null, phones: [], faxes: [], emails: [], websites: [] },
      preface: null,
      sections: [],
      disclosure: null,
      requests: null,
      disputes: null,
      appendices: [],
      mentions: [],
      indicators: [],
    }
    expect(resultSchema.safeParse({ ...empty, report }).success).toBe(true)
    expect(resultSchema.safeParse({ ...empty, report, tree: undefined }).success).toBe(false)
  })

  test('follow the Standard Schema interface', () => {
    expect(resultSchema['~standard'].version).toBe(1)
  })
})
