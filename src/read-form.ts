import { align } from './align/align'
import { assertOptions } from './assert-options'
import { assertTree } from './assert-tree'
import { checkForm } from './check/check-form'
import { type Context, createContext } from './context'
import { diagnose } from './diagnose'
import { formLeaves } from './form/form-leaves'
import { fromText } from './from-text/from-text'
import { readWithinLimit } from './read-within-limit'
import { recover } from './recover/recover'
import type { AxisRule, Form, FormResult, Grammar, ParseOptions, Provenance, ReportTree } from './types'

/**
 * Finds any form, given as data, in a document: every cell of the form by its pointer, with its value and its place, and the
 * form's own sums checked. The statutory tables of an annual report are three such forms. Where a limit leaves something out,
 * `structure-limit` says so.
 *
 * @param source  plain text or a tree; the main entry takes Markdown and HTML too
 * @param form    what stands where: labels, groups, units, sum rules (grammars/README.md)
 * @param options `limits`, `messages`
 * @throws {TypeError} on anything but a string or a `ReportTree`, and on what is no form
 */
export function readForm(source: string | ReportTree, form: Form, options: ParseOptions = {}): FormResult {
  assertOptions(options)
  if (typeof source !== 'string') assertTree(source)
  const read = typeof source === 'string' ? readWithinLimit(source, options, fromText) : source
  return readFormTree(read, typeof source === 'string' ? source : null, form, options)
}

/** The same for a tree whose positions index `text`. */
export function readFormTree(
  read: ReportTree,
  text: string | null,
  form: Form,
  { limits, messages }: ParseOptions,
): FormResult {
  assertForm(form)
  const context = createContext(text, {
    grammars: [grammarOf(form)],
    ...(limits && { limits }),
    ...(messages && { messages }),
  })
  const [aligned] = align(recover(read, context), context).forms
  if (!aligned) return notFound(form, read, context)
  const values: FormResult['values'] = {}
  const provenance: Record<string, Provenance> = {}
  for (const { pointer, value, ...entry } of aligned.cells) {
    values[pointer] = value
    provenance[pointer] = entry
  }
  const checks = checkForm(form, aligned.cells, context)
  return { values, provenance, checks, diagnostics: diagnosticsOf(read, context) }
}

function notFound(form: Form, read: ReportTree, context: Context): FormResult {
  const pointers = formLeaves(form).map(({ pointer }) => pointer)
  diagnose(context, 'structure-rows', {
    pointers: [`/${form.name}`],
    values: { actual: form.name, expected: form.edition ?? form.id },
  })
  return {
    values: Object.fromEntries(pointers.map((pointer) => [pointer, null])),
    provenance: Object.fromEntries(pointers.map((pointer) => [pointer, { raw: '', state: 'absent' as const }])),
    checks: [],
    diagnostics: diagnosticsOf(read, context),
  }
}

function diagnosticsOf(read: ReportTree, context: Context): FormResult['diagnostics'] {
  return [...(read.data?.diagnostics ?? []), ...context.diagnostics]
}

/** A grammar of this form alone. */
function grammarOf(form: Form): Grammar {
  return {
    format: 1,
    id: form.id,
    title: form.id,
    years: { from: 0 },
    source: '',
    sections: [],
    numbering: [],
    forms: [form],
    prose: [],
  }
}

function assertForm(form: unknown): asserts form is Form {
  const { id, name, blocks, rules } = (form ?? {}) as Partial<Form>
  if (typeof id !== 'string' || typeof name !== 'string' || !Array.isArray(blocks) || !Array.isArray(rules))
    throw new TypeError('Expected a form with `id`, `name`, `blocks` and `rules`: see grammars/README.md')
  if (!blocks.every((block) => areHeadings(block?.head) && areHeadings(block?.stub)))
    throw new TypeError(
      'Expected a form with `head` and `stub` of headings with `labels` in all `blocks`: see grammars/README.md',
    )
}

function areHeadings(rules: AxisRule[] | undefined): boolean {
  return Array.isArray(rules) && rules.every((rule) => Array.isArray(rule?.labels) && areHeadings(rule.children ?? []))
}
