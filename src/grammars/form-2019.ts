import data from '../../grammars/form-2019.json' with { type: 'json' }
import type { Grammar } from '../types'

/** The form of 国办公开办函〔2019〕60号: reports for 2019 and 2020. */
export const form2019 = data as Grammar
