import { styleText } from 'node:util'

/** Styles that the command line uses. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan' | 'blue'

/** Puts a style around a text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string

/** Colours for a terminal, plain text for everything else. */
export function createPaint(colored: boolean): Paint {
  return colored ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text
}
