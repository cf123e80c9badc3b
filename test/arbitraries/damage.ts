import { columnOperators } from './damage-columns'
import { labelOperators } from './damage-labels'
import { lossyOperators } from './damage-lossy'
import { pageOperators } from './damage-pages'
import { textOperators } from './damage-text'
import type { Operator } from './damage-tools'
import { valueOperators } from './damage-values'

/** All operators. */
export const operators: readonly Operator[] = [
  ...labelOperators,
  ...pageOperators,
  ...textOperators,
  ...valueOperators,
  ...columnOperators,
  ...lossyOperators,
]

/** The operator of a name. */
export function operatorOf(name: string): Operator {
  const operator = operators.find((candidate) => candidate.name === name)
  if (!operator)
    throw new TypeError(
      `Unexpected operator ${name}, expected one of ${operators.map((known) => known.name).join(', ')}`,
    )
  return operator
}
