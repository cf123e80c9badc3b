export { findQuantities } from './literal/find-quantities'
export { parseNumeral } from './literal/numeral'
export { parseQuantity } from './literal/quantity'
export { parseUnit } from './literal/unit'
