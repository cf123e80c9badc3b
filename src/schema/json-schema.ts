import * as z from 'zod/mini'
import { grammarFileSchema } from './grammar'
import { reportSchema } from './report'
import { comparisonSchema, formResultSchema, gridSchema, resultSchema, rowSchema } from './result'
import { reportTreeSchema } from './tree'

/** What is published as `ogi-report/schema/NAME.json`. */
const published = {
  comparison: comparisonSchema,
  'form-result': formResultSchema,
  grammar: grammarFileSchema,
  grid: gridSchema,
  report: reportSchema,
  result: resultSchema,
  row: rowSchema,
  tree: reportTreeSchema,
}

/**
 * The JSON Schemas by file name, as the text of the file: `grammar.json` and so on. Run at build time only.
 * Draft 7, because that is what editors complete and hover best.
 */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(published).map(([name, schema]) => {
      const json = z.toJSONSchema(schema, { target: 'draft-7', override: ({ jsonSchema }) => tidy(jsonSchema) })
      return [`${name}.json`, `${JSON.stringify(json, null, 2)}\n`]
    }),
  )
}

/** Leaves out the bounds of what JavaScript can count, which zod writes beside every integer. */
function tidy(schema: { minimum?: number; maximum?: number }): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
}
