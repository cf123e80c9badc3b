import * as z from 'zod/mini'
import { pointerSchema } from './place'

/** How a value is bounded in words: 约 is `about`, 余 `over`, 近 `under`, 以上 `atLeast`, 以内 `atMost`. */
export const boundSchema = z
  .enum(['exact', 'about', 'over', 'under', 'atLeast', 'atMost'])
  .register(z.globalRegistry, { id: 'Bound', description: 'How a value is bounded in words' })

const quantity = {
  raw: z.string(),
  value: z.number(),
  upper: z.nullable(z.number()),
  unit: z.nullable(z.string()),
  bound: boundSchema,
}

/** A number with what it counts. */
export const quantitySchema = z
  .strictObject(quantity)
  .register(z.globalRegistry, { id: 'Quantity', description: 'A number with its unit; money in yuan' })

/** A quantity in prose. */
export const mentionSchema = z
  .strictObject({ ...quantity, label: z.string(), section: z.nullable(pointerSchema) })
  .register(z.globalRegistry, { id: 'Mention', description: 'A quantity in prose and what it counts' })

/** A quantity found in running text. */
export const foundQuantitySchema = z
  .strictObject({ ...quantity, start: z.int(), end: z.int() })
  .register(z.globalRegistry, { id: 'FoundQuantity', description: 'A quantity and its offsets in the text searched' })

/** Strictness of the literal parsers. */
export const literalModeSchema = z.enum(['strict', 'normal', 'lenient'])

/** Options of the literal parsers. */
export const literalOptionsSchema = z.strictObject({ mode: z.exactOptional(literalModeSchema) })

/** A numeral with its exact digits. */
export const numeralSchema = z.strictObject({
  value: z.nullable(z.number()),
  digits: z.string(),
  approximate: z.boolean(),
})

/** A printed unit and its factor, a decimal string. */
export const unitSchema = z.strictObject({ unit: z.string(), factor: z.string() })

/** A span of days, both ends included. */
export const periodSchema = z.strictObject({ start: z.string(), end: z.string() })
