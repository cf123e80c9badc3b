import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import vocabulary from '../grammars/literals.json'
import * as literals from '../src/literals'
import type { LiteralMode, LiteralOptions, Quantity } from '../src/types'

const { findQuantities, parseDate, parseNumeral, parsePeriod, parseQuantity, parseUnit } = literals
const folder = 'fixtures/literals'

/** Per fixture file, without its mode: how the reading of a line is written; undefined is written "refused". */
const readers: Record<string, (text: string, options: LiteralOptions) => string | undefined> = {
  numerals(text, options) {
    const read = parseNumeral(text, options)
    return (
      read &&
      `${read.digits}${read.value === null ? ' (no number holds it)' : ''}${read.approximate ? ' and more' : ''}`
    )
  },
  quantities(text, options) {
    const read = parseQuantity(text, options)
    return read && write(read)
  },
  prose(text, options) {
    return (
      findQuantities(text, options)
        .map((found) => `${found.raw} = ${write(found)}`)
        .join('; ') || 'nothing'
    )
  },
  dates: parseDate,
  periods(text, options) {
    const read = parsePeriod(text, options)
    return read && `${read.start} to ${read.end}`
  },
  units(text, options) {
    const read = parseUnit(text, options)
    return read && (read.factor === '1' ? read.unit : `${read.factor} ${read.unit}`)
  },
}

function write({ value, upper, unit, bound }: Quantity): string {
  return `${value}${upper === null ? '' : `..${upper}`}${unit === null ? '' : ` ${unit}`}${bound === 'exact' ? '' : `, ${bound}`}`
}

describe.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))(`${folder}/%s`, (file) => {
  const [name = '', mode = 'normal'] = file.replace('.txt', '').split('.')
  const read = (text: string) => readers[name]!(text, { mode: mode as LiteralMode }) ?? 'refused'
  const lines = readFileSync(join(folder, file), 'utf8').split('\n')

  if (process.env.UPDATE) {
    const updated = lines.map((line) => {
      const [, input] = /^([^#].*?)(?: ==> .*)?$/.exec(line) ?? []
      return input === undefined ? line : `${input} ==> ${read(input)}`
    })
    writeFileSync(join(folder, file), updated.join('\n'))
  }

  const cases = lines.flatMap((line, index) => {
    const [, input, expected] = /^([^#].*?) ==> (.*)$/.exec(line) ?? []
    return input === undefined ? [] : [[index + 1, input, expected] as const]
  })
  test('every line is a case, a comment or blank', () => {
    expect(lines.filter((line) => line !== '' && !line.startsWith('#') && !line.includes(' ==> '))).toEqual([])
    expect(cases.length).toBeGreaterThan(0)
  })
  test.each(cases)(`${file}:%i %s`, (_, input, expected) => {
    expect(read(input)).toBe(expected)
  })
})

test('wrong arguments throw and say what is expected', () => {
  for (const [name, read] of Object.entries(literals)) {
    const untyped = read as (...values: unknown[]) => unknown
    for (const wrong of [undefined, null, 12, {}, ['一']]) {
      expect(() => untyped(wrong)).toThrow(new RegExp(`^${name} expects a string, not `))
    }
    expect(() => untyped('一', { mode: 'loose' })).toThrow(
      `${name} expects the mode strict, normal or lenient, not loose`,
    )
    expect(() => untyped(12)).toThrow(TypeError)
  }
})

test('hostile strings of a hundred thousand characters come to an end', () => {
  const pieces = [
    '1,',
    '1万',
    '二百',
    '百分之',
    '第',
    '一',
    '半',
    '1 ',
    '3-',
    '三千 ',
    '人民币',
    '上万',
    '零',
    '第1、',
    'a.',
    '0-',
    '1.',
    '万',
    '约',
    ' ',
    '一百零',
    '五元零',
  ]
  for (const piece of pieces) {
    const text = piece.repeat(1e5 / piece.length)
    for (const read of Object.values(literals)) expect(() => read(text)).not.toThrow()
  }
})

test('the vocabulary names every word once, and forbids characters behind units only', () => {
  const { units, notBefore, boundsAfter, boundsBefore } = vocabulary
  const words = Object.values(units).flatMap((list) => list.split(' '))
  expect(words.filter((word, index) => words.indexOf(word) < index || word === '')).toEqual([])
  const bounds = [boundsAfter, boundsBefore].map((lists) => Object.values(lists).flatMap((list) => list.split(' ')))
  for (const list of bounds) expect(new Set(list).size).toBe(list.length)
  const known = new Set([...words, ...bounds.flat()])
  expect(Object.keys(notBefore).filter((unit) => !known.has(unit))).toEqual([])
})
