/** HTML begins with a tag; Markdown that holds some does not, and there `raw` is what its slice of the source says. */
export function isPage(source: string | null): source is string {
  return source !== null && /^[\s\ufeff]*</.test(source)
}
