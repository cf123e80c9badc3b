import data from '../../grammars/statistics-2014.json' with { type: 'json' }
import type { Grammar } from '../types'

/** The statistics table of 国办发〔2014〕32号, reports for 2014 to 2018, and the headings of statistics tables in general. */
export const statistics2014 = data as Grammar
