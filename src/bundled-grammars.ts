import { form2019 } from './grammars/form-2019'
import { form2021 } from './grammars/form-2021'
import type { Grammar } from './types'

/** The grammars that the main entry reads by, newest edition first. */
export const bundledGrammars: Grammar[] = [form2021, form2019]
