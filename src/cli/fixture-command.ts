import { mkdir, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Result } from '../types'
import { fixtureFiles } from './fixture-files'
import { type Io, write } from './io'
import { parseDocuments } from './parse-documents'
import { readOptions } from './read-options'
import { usageError } from './usage-error'

/** `ogi-report fixture`: makes a folder with a report, what it gives today, and a form about it to fill in. */
export async function fixtureCommand(argv: string[], io: Io): Promise<number> {
  const options = readOptions(argv, { name: { type: 'string' }, dir: { type: 'string' } })
  const { say, values, paths } = options
  const [path] = paths
  if (path === undefined || paths.length > 1 || path === '-') throw usageError(say.missing('FILE'))
  const name = values.name
  if (typeof name !== 'string' || !/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name)) {
    throw usageError(say.missing('--name SLUG (liuyang-2016)'))
  }
  for await (const parsed of parseDocuments([path], options, io, true)) {
    if ('error' in parsed) throw usageError(say.unreadable(path, parsed.error))
    const folder = join(String(values.dir ?? 'fixtures/reports'), name)
    await mkdir(folder, { recursive: true })
    const files: Record<string, string | Uint8Array> = {
      [`input${extname(path)}`]: parsed.content,
      ...fixtureFiles(parsed.result),
      'about.json': about(parsed.result),
    }
    for (const [file, content] of Object.entries(files)) {
      await writeFile(join(folder, file), content, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
        throw usageError(error.code === 'EEXIST' ? say.exists(folder) : error.message)
      })
    }
    await write(io.stderr, `${say.written(folder)}\n`)
  }
  return 0
}

/** What the contributor fills in by hand: docs/fixtures.md explains the fields. */
function about({ report }: Result): string {
  const form = { issuer: report.issuer, year: report.year, url: '', retrieved: '', layout: '', grade: 'good' }
  return `${JSON.stringify(form, null, 2)}\n`
}
