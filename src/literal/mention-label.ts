/** What is counted: the clause before the number at `start`, up to the last punctuation, trimmed. */
export function mentionLabel(text: string, start: number): string {
  let from = start
  while (from > 0 && start - from < 60 && !'，。；：、,;:！？!?（）()'.includes(text[from - 1]!)) from--
  return text.slice(from, start).trim()
}
