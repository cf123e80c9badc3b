export { parseNumeral } from './literal/numeral'
