import * as z from 'zod/mini'
import { messagesSchema } from './finding'
import { grammarSchema } from './grammar'

/** Sizes and work bounds. */
export const limitsSchema = z.strictObject({
  characters: z.number(),
  bytes: z.number(),
  zipEntries: z.number(),
  inflatedBytes: z.number(),
  depth: z.number(),
  pages: z.number(),
  cells: z.number(),
  tableNumbers: z.number(),
  candidates: z.number(),
  beam: z.number(),
})

/** Every limit left out or given: unlike `z.partial`, not given as undefined. */
const someLimits = z.strictObject({
  characters: z.exactOptional(z.number()),
  bytes: z.exactOptional(z.number()),
  zipEntries: z.exactOptional(z.number()),
  inflatedBytes: z.exactOptional(z.number()),
  depth: z.exactOptional(z.number()),
  pages: z.exactOptional(z.number()),
  cells: z.exactOptional(z.number()),
  tableNumbers: z.exactOptional(z.number()),
  candidates: z.exactOptional(z.number()),
  beam: z.exactOptional(z.number()),
})

const options = {
  format: z.exactOptional(z.enum(['text', 'markdown', 'html'])),
  grammars: z.exactOptional(z.array(grammarSchema)),
  messages: z.exactOptional(messagesSchema),
  limits: z.exactOptional(someLimits),
  tree: z.exactOptional(z.boolean()),
}

/** Options of `parseReport`. */
export const parseOptionsSchema = z.strictObject(options)

/** Options of `parseFile`. */
export const fileOptionsSchema = z.strictObject({ ...options, encoding: z.exactOptional(z.string()) })

/** A piece of text on a page of a PDF: points, origin at the page's top left. */
export const textItemSchema = z.strictObject({
  page: z.int(),
  str: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
})
