import * as z from 'zod/mini'

/** An RFC 6901 JSON pointer: `/requests/received/total`. */
export const pointerSchema = z.string().register(z.globalRegistry, {
  id: 'Pointer',
  description: 'RFC 6901 JSON pointer, for instance /requests/received/total',
})

/** A place in the source: 1-based line and column, 0-based UTF-16 offset. */
export const pointSchema = z
  .strictObject({
    line: z.int().check(z.positive()),
    column: z.int().check(z.positive()),
    offset: z.int().check(z.nonnegative()),
  })
  .register(z.globalRegistry, {
    id: 'Point',
    description: 'A place in the source: 1-based line and column, 0-based UTF-16 offset',
  })

/** From the first character to behind the last one. */
export const positionSchema = z
  .strictObject({ start: pointSchema, end: pointSchema })
  .register(z.globalRegistry, { id: 'Position', description: 'From the first character to behind the last one' })

/** Where a value stands on a page of a PDF. */
export const originSchema = z
  .strictObject({
    page: z.exactOptional(z.int().check(z.positive())),
    box: z.exactOptional(z.tuple([z.number(), z.number(), z.number(), z.number()])),
  })
  .register(z.globalRegistry, {
    id: 'Origin',
    description: 'PDF only: page from 1; box as x, y, width, height in points from the top left of the page',
  })

/** What stands in a cell. */
export const cellStateSchema = z
  .enum(['number', 'blank', 'dash', 'text', 'absent', 'unresolved'])
  .register(z.globalRegistry, { id: 'CellState', description: 'What stands in a cell' })

/** What bound a value to its place. */
export const evidenceSchema = z
  .enum(['label', 'order', 'geometry', 'solved', 'text'])
  .register(z.globalRegistry, { id: 'Evidence', description: 'What bound a value to its place' })

/** Where a value comes from and how certain it is. */
export const provenanceSchema = z
  .strictObject({
    raw: z.string(),
    state: cellStateSchema,
    evidence: z.exactOptional(evidenceSchema),
    position: z.exactOptional(positionSchema),
    origin: z.exactOptional(originSchema),
    candidates: z.exactOptional(z.array(z.number())),
  })
  .register(z.globalRegistry, { id: 'Provenance', description: 'Where a value comes from and how certain it is' })
