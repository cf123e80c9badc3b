import * as z from 'zod/mini'
import { pointerSchema, positionSchema } from './place'

/** How two sides of a rule relate. */
export const relationSchema = z.enum(['=', '<=', '>='])

/** One side of a check. */
export const operandSchema = z
  .strictObject({ pointers: z.array(pointerSchema), value: z.nullable(z.number()) })
  .register(z.globalRegistry, { id: 'Operand', description: 'One side of a check and its sum' })

/** Why a check is unknown. */
export const checkReasonSchema = z.enum(['blank', 'unresolved', 'scope', 'approximate', 'edition', 'missing-year'])

/** One rule applied to one place. */
export const checkSchema = z
  .strictObject({
    ruleId: z.string(),
    status: z.enum(['pass', 'fail', 'unknown']),
    subject: pointerSchema,
    relation: relationSchema,
    left: operandSchema,
    right: operandSchema,
    tolerance: z.number(),
    blankAsZero: z.boolean(),
    reason: z.nullable(checkReasonSchema),
  })
  .register(z.globalRegistry, { id: 'Check', description: 'One consistency rule applied to one place' })

/** How grave a finding is. */
export const severitySchema = z.enum(['error', 'warning', 'info'])

/** Who is at fault. */
export const blameSchema = z.enum(['source', 'extraction', 'unknown'])

/** A finding. */
export const diagnosticSchema = z
  .strictObject({
    ruleId: z.string(),
    severity: severitySchema,
    message: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    blame: blameSchema,
    pointers: z.array(pointerSchema),
    position: z.exactOptional(positionSchema),
    related: z.exactOptional(
      z.array(
        z.strictObject({
          message: z.string(),
          position: z.exactOptional(positionSchema),
          pointer: z.exactOptional(pointerSchema),
        }),
      ),
    ),
    help: z.exactOptional(z.string()),
  })
  .register(z.globalRegistry, {
    id: 'Diagnostic',
    description: 'A finding; the same in two runs when ruleId and pointers are',
  })

/** The wording of one rule. */
export const messageSchema = z.strictObject({ message: z.string(), help: z.exactOptional(z.string()) })

/** The wording of all rules in one language. */
export const messagesSchema = z
  .record(z.string(), messageSchema)
  .register(z.globalRegistry, { id: 'Messages', description: 'Wording by ruleId, with placeholders such as %actual' })
