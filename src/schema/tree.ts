import * as z from 'zod/mini'
import type { SectionNode } from '../tree'
import { diagnosticSchema } from './finding'
import { originSchema, positionSchema } from './place'
import { sectionRoleSchema } from './report'

const data = { origin: z.exactOptional(originSchema) }
const position = { position: z.exactOptional(positionSchema) }
const base = { ...position, data: z.exactOptional(z.strictObject(data)) }

/** A run of source text. */
export const textNodeSchema = z
  .strictObject({
    type: z.literal('text'),
    value: z.string(),
    ...position,
    data: z.exactOptional(z.strictObject({ ...data, joined: z.exactOptional(z.boolean()) })),
  })
  .register(z.globalRegistry, { id: 'TextNode', description: 'A run of source text, never edited, never joined' })

/** A page number, running title or form feed. */
export const pageBreakSchema = z
  .strictObject({ type: z.literal('pageBreak'), value: z.string(), ...base })
  .register(z.globalRegistry, { id: 'PageBreak' })

/** A printed line or a whole paragraph. */
export const paragraphSchema = z
  .strictObject({
    type: z.literal('paragraph'),
    children: z.array(textNodeSchema),
    ...position,
    data: z.exactOptional(
      z.strictObject({
        ...data,
        gap: z.exactOptional(z.int()),
        hard: z.exactOptional(z.boolean()),
        level: z.exactOptional(z.int()),
        breaks: z.exactOptional(z.array(pageBreakSchema)),
        role: z.exactOptional(z.enum(['title', 'signature', 'date', 'furniture'])),
      }),
    ),
  })
  .register(z.globalRegistry, { id: 'Paragraph' })

/** A heading of the outline. */
export const headingSchema = z
  .strictObject({
    type: z.literal('heading'),
    depth: z.int(),
    ordinal: z.nullable(z.int()),
    marker: z.string(),
    children: z.array(textNodeSchema),
    ...base,
  })
  .register(z.globalRegistry, { id: 'Heading' })

/** A cell with its spans as printed. */
export const tableCellSchema = z
  .strictObject({
    type: z.literal('tableCell'),
    colspan: z.exactOptional(z.int()),
    rowspan: z.exactOptional(z.int()),
    header: z.exactOptional(z.boolean()),
    children: z.array(textNodeSchema),
    ...base,
  })
  .register(z.globalRegistry, { id: 'TableCell' })

/** A printed row. */
export const tableRowSchema = z
  .strictObject({
    type: z.literal('tableRow'),
    children: z.array(z.union([tableCellSchema, pageBreakSchema])),
    ...base,
  })
  .register(z.globalRegistry, { id: 'TableRow' })

/** The layout that a table stands in. */
export const layoutSchema = z.enum(['grid', 'delimited', 'flattened', 'positioned'])

/** A table. */
export const tableSchema = z
  .strictObject({
    type: z.literal('table'),
    layout: layoutSchema,
    children: z.array(z.union([tableRowSchema, pageBreakSchema])),
    ...base,
  })
  .register(z.globalRegistry, { id: 'Table' })

const leaf = [headingSchema, paragraphSchema, tableSchema, pageBreakSchema] as const

/** A part of the outline with what stands in it; the annotation ends the circle for the compiler. */
export const sectionNodeSchema = z
  .strictObject({
    type: z.literal('section'),
    depth: z.int(),
    role: z.nullable(sectionRoleSchema),
    children: z.array(z.union([...leaf, z.lazy((): z.ZodMiniType<SectionNode> => sectionNodeSchema)])),
    ...base,
  })
  .register(z.globalRegistry, { id: 'SectionNode' })

/** The tree of a document. */
export const reportTreeSchema = z
  .strictObject({
    type: z.literal('root'),
    children: z.array(z.union([...leaf, sectionNodeSchema])),
    ...position,
    data: z.exactOptional(
      z.strictObject({
        ...data,
        source: z.exactOptional(z.string()),
        title: z.exactOptional(z.string()),
        published: z.exactOptional(z.string()),
        pictures: z.exactOptional(z.array(positionSchema)),
        diagnostics: z.exactOptional(z.array(diagnosticSchema)),
      }),
    ),
  })
  .register(z.globalRegistry, { id: 'ReportTree', description: 'The unist tree of a document: docs/tree.md' })
