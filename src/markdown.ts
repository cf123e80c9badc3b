export { fromMarkdown } from './from-markdown/from-markdown'
export { fromMdast } from './from-markdown/from-mdast'
