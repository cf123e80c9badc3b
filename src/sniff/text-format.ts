/** The formats of a string. */
export type TextFormat = 'text' | 'markdown' | 'html'

/**
 * Tells by content how to read a string: HTML by its tags of blocks; Markdown by a heading marked with `#`, a pipe table, a
 * fence, a link, a line that opens with bold letters, or escapes; everything else is plain text, which a Markdown parser would
 * destroy.
 */
export function textFormat(source: string): TextFormat {
  if (/^[\s\ufeff]*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/i.test(source.slice(0, 2000)))
    return 'html'
  const isMarkdown = [markdownHeading, delimiterRow, fence, inlineMarks].some((pattern) => pattern.test(source))
  if (blockTag.test(source)) return isMarkdown && !closingParagraph.test(source) ? 'markdown' : 'html'
  return isMarkdown ? 'markdown' : 'text'
}

/** A tag that lays out blocks, in tag form: prose such as <2016年要点> has none. */
const blockTag = /<(?:table|p|div|td)(?:\s[^<>]{0,2000})?>/i

/** Paragraphs in tags: Markdown with a table in HTML has none. */
const closingParagraph = /<\/(?:p|div)>/i

const markdownHeading = /^ {0,3}#{1,6}[ \t]+\S/m
/** `|---|:-:|`: the second line of a pipe table. */
const delimiterRow = /^ {0,3}\|?[ \t]*:?-{1,200}:?[ \t]*\|[ \t|:-]{0,400}$/m
const fence = /^ {0,3}(?:`{3,}|~{3,})[ \w]{0,40}$/m

/** `[年报](http://…)`, `**一、概述**`, `1\\.`, `&nbsp;`: what converters write where a page prints something else. */
const inlineMarks =
  /\]\((?:https?:|javascript:|mailto:|data:|\/|\.{1,2}\/)|^[ \u3000]{0,8}\*\*[^*\n]{1,200}\*\*|^ {0,3}\d{1,3}\\[.、]|&[en][mnb]?sp;/m
