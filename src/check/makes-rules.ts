import { grammarPart } from '../grammar-part'
import type { Grammar } from '../types'

/**
 * May the body make 规章? Governments of provinces and of cities do, and ministries; whether a city has districts cannot be
 * told from its name, so that every city counts. Their offices report for them.
 */
export function makesRules(issuer: string, grammars: Grammar[]): boolean {
  const scope = grammarPart(grammars, 'wording')?.scope
  const metadata = grammarPart(grammars, 'metadata')
  if (!scope || !metadata) return true
  const place = lastPlace(issuer, scope.places)
  if (!place) return metadata.ministries.some((ending) => issuer.endsWith(ending))
  const rest = issuer.slice(place.end)
  const isGovernment = rest === '' || scope.governments.includes(rest) || metadata.bodyEndings.includes(rest)
  return isGovernment && metadata.rulePlaces.includes(place.level)
}

/** The last place named in a body's name: 区 of 长沙市芙蓉区人民政府. */
function lastPlace(name: string, levels: string[]): { end: number; level: string } | null {
  let found: { end: number; level: string } | null = null
  for (let index = 1; index < name.length; index++) {
    const level = levels.find((word) => name.startsWith(word, index))
    if (!level) continue
    found = { end: index + level.length, level }
    index += level.length - 1
  }
  return found
}
