import { fromHtml } from './from-html/from-html'
import { fromText } from './from-text/from-text'
import type { ParseOptions, ReportTree } from './types'

/** Reads a string by its content, or by `options.format`: HTML where block tags stand in it, else plain text. */
export function readSource(source: string, options: ParseOptions): ReportTree {
  const isHtml = /^\s*<(?:!doctype html|html)\b|<(?:table|p|div|td)[\s>]/i.test(source)
  return (options.format ?? (isHtml ? 'html' : 'text')) === 'html' ? fromHtml(source, options) : fromText(source)
}
