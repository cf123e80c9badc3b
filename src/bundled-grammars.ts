import { appendixAnhui } from './grammars/appendix-anhui'
import { appendixFujian } from './grammars/appendix-fujian'
import { appendixHunan } from './grammars/appendix-hunan'
import { appendixShanghai } from './grammars/appendix-shanghai'
import { form2019 } from './grammars/form-2019'
import { form2021 } from './grammars/form-2021'
import { outline } from './grammars/outline'
import { prose } from './grammars/prose'
import { statistics2014 } from './grammars/statistics-2014'
import type { Grammar } from './types'

/** The grammars that the main entry reads by, newest edition first. */
export const bundledGrammars: Grammar[] = [
  form2021,
  form2019,
  statistics2014,
  appendixShanghai,
  appendixFujian,
  appendixHunan,
  appendixAnhui,
  outline,
  prose,
]
