import { type ParseArgsConfig, parseArgs } from 'node:util'
import { usageError } from './usage-error'
import { type Language, languageOf, type Wording, wording } from './wording'

/** What every command understands. */
export interface CommonOptions {
  /** Files, folders and `-`, as given. */
  paths: string[]
  language: Language
  /** The command line's own wording in that language. */
  say: Wording
  /** Number of threads; 1 parses in the calling one. */
  jobs: number
  encoding: string | undefined
  /** Options of the command itself. */
  values: Record<string, string | boolean | undefined>
}

type OptionRules = NonNullable<ParseArgsConfig['options']>

const common: OptionRules = {
  lang: { type: 'string' },
  jobs: { type: 'string' },
  encoding: { type: 'string' },
}

/**
 * Reads the options of a command.
 *
 * @param own options of the command beside the common ones
 * @throws a usage error on unknown options and on values out of range
 */
export function readOptions(argv: string[], own: OptionRules = {}): CommonOptions {
  const { values, positionals } = strictly(argv, own)
  const { lang = 'en', jobs = '1', encoding } = values
  if (lang !== 'en' && lang !== 'zh') throw usageError(wording.en.badValue('--lang', String(lang), 'en, zh'))
  const say = wording[lang]
  if (!/^[1-9]\d{0,2}$/.test(String(jobs))) throw usageError(say.badValue('--jobs', String(jobs), '1–999'))
  const label = encoding === undefined ? undefined : String(encoding)
  if (label !== undefined && !isEncoding(label))
    throw usageError(say.badValue('--encoding', label, 'utf-8, gb18030, …'))
  return { paths: positionals, language: lang, say, jobs: Number(jobs), encoding: label, values }
}

/** The value of `--format`: the first allowed one where it is not given. */
export function readFormat<T extends string>({ values, say }: CommonOptions, allowed: readonly [T, ...T[]]): T {
  const format = values.format ?? allowed[0]
  const found = allowed.find((name) => name === format)
  if (found === undefined) throw usageError(say.badValue('--format', String(format), allowed.join(', ')))
  return found
}

function strictly(argv: string[], own: OptionRules) {
  try {
    const parsed = parseArgs({ args: argv, options: { ...common, ...own }, allowPositionals: true, strict: true })
    return { ...parsed, values: parsed.values as Record<string, string | boolean | undefined> }
  } catch (error) {
    throw usageError(wording[languageOf(argv)].badOption((error as Error).message))
  }
}

function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label)
    return true
  } catch {
    return false
  }
}
