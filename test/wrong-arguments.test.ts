import { expect, test } from 'vitest'
import * as core from '../src/core'
import * as docx from '../src/docx'
import * as html from '../src/html'
import * as main from '../src/index'
import * as markdown from '../src/markdown'
import * as pdf from '../src/pdf'
import * as sections from '../src/sections'
import * as tables from '../src/tables'
import * as text from '../src/text'

/** Every public function by its entry; the literals are those of the main entry, plugins check nothing themselves. */
const functions = Object.entries({ core, docx, html, main, markdown, pdf, sections, tables, text }).flatMap(
  ([entry, exported]) =>
    Object.entries(exported).map(([name, call]) => [entry, name, call as (argument: unknown) => unknown] as const),
)

const wrong = [undefined, null, 5, true, {}, { type: 'list' }]

test.each(functions)(
  '%s: %s() refuses a wrong argument with a sentence that says what it takes',
  async (_, name, call) => {
    expect(typeof call).toBe('function')
    for (const argument of wrong) {
      // Rejects, if it is asynchronous, and throws otherwise.
      const error = await Promise.resolve()
        .then(() => call(argument))
        .then(
          () => null,
          (reason: unknown) => reason,
        )
      expect(error, `${name}(${JSON.stringify(argument)})`).toBeInstanceOf(TypeError)
      expect((error as TypeError).message).toMatch(/^Expected (?:an?|the) |^\w+ expects a string/)
    }
  },
)
