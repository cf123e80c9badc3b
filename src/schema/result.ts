import * as z from 'zod/mini'
import { checkSchema, diagnosticSchema } from './finding'
import { cellStateSchema, pointerSchema, positionSchema, provenanceSchema } from './place'
import { reportSchema } from './report'
import { layoutSchema, reportTreeSchema } from './tree'

/** What `parseReport` gives. */
export const resultSchema = z
  .strictObject({
    format: z.literal(1),
    grammars: z.array(z.string()),
    report: reportSchema,
    provenance: z.record(pointerSchema, provenanceSchema),
    checks: z.array(checkSchema),
    diagnostics: z.array(diagnosticSchema),
    source: z.nullable(z.string()),
    tree: z.exactOptional(reportTreeSchema),
  })
  .register(z.globalRegistry, { id: 'Result', title: 'ogi-report result', description: 'What parseReport gives' })

/** A cell of a recovered table. */
export const gridCellSchema = z
  .strictObject({
    raw: z.string(),
    value: z.nullable(z.number()),
    unit: z.nullable(z.string()),
    rowspan: z.int(),
    colspan: z.int(),
    header: z.boolean(),
    position: z.exactOptional(positionSchema),
  })
  .register(z.globalRegistry, { id: 'GridCell', description: 'A cell; its number as printed, in its unit' })

/** A recovered table. */
export const gridSchema = z
  .strictObject({
    caption: z.nullable(z.string()),
    layout: layoutSchema,
    rows: z.array(z.array(z.nullable(gridCellSchema))),
    position: z.exactOptional(positionSchema),
  })
  .register(z.globalRegistry, { id: 'Grid', description: 'A table as a rectangle; null where a cell spans' })

/** What `readForm` gives. */
export const formResultSchema = z
  .strictObject({
    values: z.record(pointerSchema, z.nullable(z.number())),
    provenance: z.record(pointerSchema, provenanceSchema),
    checks: z.array(checkSchema),
    diagnostics: z.array(diagnosticSchema),
  })
  .register(z.globalRegistry, { id: 'FormResult', description: 'What readForm gives' })

/** One tidy row, one value. */
export const rowSchema = z
  .strictObject({
    issuer: z.nullable(z.string()),
    year: z.nullable(z.int()),
    table: z.string(),
    edition: z.nullable(z.string()),
    pointer: pointerSchema,
    row: z.string(),
    column: z.string(),
    value: z.nullable(z.number()),
    unit: z.nullable(z.string()),
    state: cellStateSchema,
    raw: z.string(),
    line: z.nullable(z.int()),
  })
  .register(z.globalRegistry, { id: 'Row', description: 'One tidy row, one value' })

/** One value in two reports. */
export const changeSchema = z
  .strictObject({
    pointer: pointerSchema,
    older: z.nullable(z.number()),
    newer: z.nullable(z.number()),
    difference: z.nullable(z.number()),
    ratio: z.nullable(z.number()),
  })
  .register(z.globalRegistry, { id: 'Change', description: 'One value in two reports' })

/** What `compareReports` gives. */
export const comparisonSchema = z
  .strictObject({
    checks: z.array(checkSchema),
    diagnostics: z.array(diagnosticSchema),
    changes: z.array(changeSchema),
  })
  .register(z.globalRegistry, {
    id: 'Comparison',
    title: 'ogi-report comparison',
    description: 'What compareReports gives; pointers go into { older, newer }',
  })
