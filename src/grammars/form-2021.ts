import data from '../../grammars/form-2021.json' with { type: 'json' }
import type { Grammar } from '../types'

/** The form of 国办公开办函〔2021〕30号: reports for 2021 and later. */
export const form2021 = data as Grammar
