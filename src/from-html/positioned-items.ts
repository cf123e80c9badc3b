import type { Root } from 'hast'
import type { PlacedText } from '../page-layout/placed-text'
import type { Page } from './read-flow'

/** Items of a page of absolutely positioned lines, or null for any other page. */
export function positionedItems(_tree: Root, _page: Page): PlacedText[] | null {
  return null
}
