export { fromHast } from './from-html/from-hast'
export { fromHtml } from './from-html/from-html'
