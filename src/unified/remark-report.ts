import type { Root as MdastRoot } from 'mdast'
import type { Plugin } from 'unified'
import { fromMdast } from '../from-markdown/from-mdast'
import type { Root } from '../tree'

/** Plugin that makes the report tree of a Markdown tree: for pipelines that begin with `remark-parse`. */
export const remarkReport: Plugin<[], MdastRoot, Root> = () => (tree, file) => fromMdast(tree, String(file))
