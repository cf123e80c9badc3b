import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { formats, layoutOf } from './format-reports'
import { type Io, type Output, write } from './io'
import { isUnreadable } from './is-unreadable'
import { type Parsed, parseDocuments } from './parse-documents'
import { listPaths } from './read-documents'
import { readFormat, readOptions } from './read-options'
import { usageError } from './usage-error'
import type { Wording } from './wording'

type Format = (typeof formats)[number]

/** `ogi-report parse`: prints reports as data. Gives 2 where a report could not be read, else 0. */
export async function parseCommand(argv: string[], io: Io): Promise<number> {
  const options = readOptions(argv, {
    format: { type: 'string' },
    tree: { type: 'boolean' },
    output: { type: 'string', short: 'o' },
  })
  const { say, values } = options
  const format = readFormat(options, formats)
  if (options.paths.length === 0) throw usageError(say.missing('FILE|DIR|-'))
  const paths = await listPaths(options.paths, say)
  const output = values.output as string | undefined
  let code = 0
  async function* parsed(): AsyncGenerator<Parsed> {
    for await (const each of parseDocuments(paths, options, io, values.tree === true)) {
      if ('error' in each) await write(io.stderr, `ogi-report: ${say.failed(String(each.id), each.error)}\n`)
      if (isUnreadable(each)) code = 2
      yield each
    }
  }
  if (output === undefined) await writeAll(parsed(), io.stdout, format, paths.length === 1, say)
  else if (await isFolder(output)) await writeEach(parsed(), output, format, say)
  else {
    const file = createWriteStream(output)
    await once(file, 'open')
    await writeAll(parsed(), file, format, paths.length === 1, say)
    await once(file.end(), 'close')
  }
  return code
}

/** All reports into one stream. JSON lines of standard input come out as JSON lines. */
async function writeAll(reports: AsyncIterable<Parsed>, stream: Output, format: Format, single: boolean, say: Wording) {
  let index = 0
  let layout = layoutOf(format, single, say)
  for await (const parsed of reports) {
    if (index === 0) {
      if (parsed.isRecord && format === 'json') layout = layoutOf('ndjson', false, say)
      await write(stream, layout.head)
    }
    await write(stream, layout.item(parsed, index))
    index++
  }
  await write(stream, layout.foot)
}

/** Every report into a file of its own: `NAME.FORMAT`, `NAME-2.FORMAT` for a second one of that name. */
async function writeEach(reports: AsyncIterable<Parsed>, folder: string, format: Format, say: Wording) {
  await mkdir(folder, { recursive: true })
  const used = new Map<string, number>()
  const { head, item, foot } = layoutOf(format, true, say)
  for await (const parsed of reports) {
    const name = fileName(parsed.id)
    const count = (used.get(name) ?? 0) + 1
    used.set(name, count)
    const path = join(folder, `${name}${count === 1 ? '' : `-${count}`}.${format}`)
    await writeFile(path, head + item(parsed, 0) + foot)
  }
}

/** A folder that exists, or a name that ends with a slash. */
async function isFolder(path: string): Promise<boolean> {
  return path.endsWith('/') || (await stat(path).catch(() => undefined))?.isDirectory() === true
}

/** The name of the input without its extension; characters that a file name should not hold become `_`. */
function fileName(id: Parsed['id']): string {
  return basename(String(id ?? 'report'))
    .replace(/\.\w{1,8}$/, '')
    .replace(/[^\p{L}\p{N}._-]/gu, '_')
}
