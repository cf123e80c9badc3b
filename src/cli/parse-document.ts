import { parseFile, parseReport } from '../index'
import { messages } from '../messages/zh'
import type { Result } from '../types'
import type { Language } from './wording'

/** One report and how to parse it; plain data, so that it can go to another thread. */
export interface Task {
  content: string | Uint8Array
  language: Language
  tree: boolean
  encoding: string | undefined
}

/** Parses one report. */
export async function parseDocument({ content, language, tree, encoding }: Task): Promise<Result> {
  const options = { tree, ...(language === 'zh' && { messages }) }
  if (typeof content === 'string') return parseReport(content, options)
  return parseFile(content, { ...options, ...(encoding !== undefined && { encoding }) })
}
