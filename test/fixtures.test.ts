import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fixtureFiles } from '../src/cli/fixture-files'
import { parseFile } from '../src/index'
import { resultSchema } from '../src/schema'
import type { Result } from '../src/types'

const folder = 'fixtures/reports'

/** What docs/fixtures.md explains. */
interface About {
  /** A red fixture: it fails today, and is said to when it no longer does. */
  todo?: boolean
}

describe.each(readdirSync(folder).sort())('fixtures/reports/%s', (name) => {
  const path = join(folder, name)
  const about: About = JSON.parse(readFileSync(join(path, 'about.json'), 'utf8'))
  const input = readdirSync(path).find((file) => file.startsWith('input.'))

  if (about.todo)
    test('still fails: remove "todo" from about.json when it passes', async () => {
      const files = fixtureFiles(await parse(join(path, input!)))
      const wrong = Object.entries(files).filter(([file, text]) => text !== readFileSync(join(path, file), 'utf8'))
      expect(wrong).not.toEqual([])
    })
  else
    test('gives what is written there (UPDATE=1 npm test writes it)', async () => {
      const files = fixtureFiles(await parse(join(path, input!)))
      for (const [file, text] of Object.entries(files)) {
        const expected = join(path, file)
        if (process.env.UPDATE) writeFileSync(expected, text)
        expect(existsSync(expected), `${expected} is missing: UPDATE=1 npm test writes it`).toBe(true)
        expect(text, expected).toBe(readFileSync(expected, 'utf8'))
      }
    })

  test('fits the schema and is plain JSON', async () => {
    const result = await parse(join(path, input!))
    expect(resultSchema.safeParse(result).error?.issues ?? []).toEqual([])
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })
})

async function parse(path: string): Promise<Result> {
  return parseFile(new Uint8Array(readFileSync(path)), { tree: true })
}
