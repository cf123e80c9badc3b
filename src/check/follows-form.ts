import { foldText } from '../fold/fold'
import { grammarPart } from '../grammar-part'
import type { Grammar, Report } from '../types'

/**
 * Is the report one of the regulation, with its form and its deadlines? Companies, schools and hospitals that report on
 * 信息公开, not 政府信息公开, follow rules of their own (国办发〔2020〕50号).
 */
export function followsForm({ title, issuer }: Pick<Report, 'title' | 'issuer'>, grammars: Grammar[]): boolean {
  const metadata = grammarPart(grammars, 'metadata')
  if (!metadata || title === null || issuer === null) return true
  const isOther = metadata.otherBodies.some((word) => issuer.endsWith(word))
  const folded = foldText(title)
  return !isOther || metadata.governed.some((word) => folded.includes(foldText(word)))
}
