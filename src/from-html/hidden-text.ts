import type { Element } from 'hast'

/** Elements whose content is no text of the page: code, controls, embedded things, text that is struck out. */
const silent = new Set(
  [
    'script style template noscript head title meta link base iframe object embed applet param source track',
    'audio video canvas svg math map area img picture input select option optgroup datalist textarea button progress meter',
    'del s strike',
  ].flatMap((names) => names.split(' ')),
)

/** Elements that hold the page's chrome, by the standard's own meaning, and the ARIA roles of the same meaning. */
const chrome = new Set(['nav', 'menu', 'footer', 'aside', 'dialog'])
const chromeRoles = new Set(['navigation', 'banner', 'search', 'menu', 'menubar', 'toolbar', 'dialog', 'contentinfo'])

const invisible =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|text-decoration(?:-line)?\s*:\s*line-through)/i

/** True for an element whose content is no text of the page even where it is shown: scripts, controls, what is struck out. */
export function isSilent({ tagName }: Element): boolean {
  return silent.has(tagName)
}

/** True for an element that the page itself hides: `hidden`, `display:none`; or strikes out. */
export function isInvisible({ properties: { style, hidden } }: Element): boolean {
  return isGiven(hidden) || (isGiven(style) && invisible.test(String(style)))
}

/** True for an element that a reader of the page does not see or read. */
export function isHidden(element: Element): boolean {
  return isSilent(element) || isInvisible(element)
}

/** True for menus, the site's foot, side bars: what is on the page but not of the document. */
export function isChrome(element: Element): boolean {
  const { role } = element.properties
  return chrome.has(element.tagName) || (isGiven(role) && chromeRoles.has(String(role)))
}

/** True for a link or control that only acts on the page: print, close, font size, share. */
export function isPageControl(element: Element): boolean {
  const { href, onClick } = element.properties
  return isGiven(href)
    ? /^\s*javascript:/i.test(String(href)) || isPlaceMark(element)
    : href === undefined && isGiven(onClick)
}

/** True for a link to a place in the page that shows a sign alone, `¶`, or the number of a note, `[1]`; a figure may be a link too. */
export function isPlaceMark({ tagName, properties, children }: Element): boolean {
  if (tagName !== 'a' || !/^#./.test(String(properties.href ?? ''))) return false
  let [inner] = children
  while (inner?.type === 'element') [inner] = inner.children
  return inner?.type === 'text' && /^\s*(?:[^\p{L}\p{N}]{1,3}|[[〔【]\d{1,2}[\]〕】])\s*$/u.test(inner.value)
}

function isGiven(property: Element['properties'][string]): boolean {
  return property !== undefined && property !== null
}

const blocks = new Set(
  [
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form',
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary ul',
    'table caption colgroup col thead tbody tfoot tr td th listing xmp plaintext',
  ].flatMap((names) => names.split(' ')),
)

/** True for elements that begin and end a paragraph. */
export function isBlock(element: Element): boolean {
  return blocks.has(element.tagName)
}
