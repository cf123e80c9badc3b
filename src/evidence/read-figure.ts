import { parseCell } from '../literal/cell'
import { isLetter } from '../spot/word-stream'
import type { FigureEvidence } from './evidence'

/** A figure by itself, wherever it stands. */
export type Figure = Pick<FigureEvidence, 'kind' | 'raw' | 'digits' | 'value' | 'state'>

/** A figure, a dash, or digits that cannot be read (1O, l2); undefined for words. */
export function readFigure(printed: string): Figure | undefined {
  const plain = plainFigure(printed)
  if (plain) return plain
  const raw = printed.replace(invisible, '')
  if (/^[0-9０-９]+$/.test(raw)) {
    const digits = raw.normalize('NFKC')
    return { kind: 'figure', raw, digits: raw === printed ? digits : '', value: Number(digits), state: 'number' }
  }
  if (/^[-+－＋−][1-9][0-9]*$/.test(raw))
    return {
      kind: 'figure',
      raw,
      digits: raw === printed ? raw : '',
      value: Number(raw.replace(/[－−]/, '-').replace('＋', '+')),
      state: 'number',
    }
  if (/^[OoIlSB丨〇○]$|^[-+－＋−]0/.test(raw))
    return { kind: 'figure', raw, digits: '', value: null, state: 'unreadable' }
  if (!/[0-9０-９]/.test(raw)) {
    if (isLetter(raw.charCodeAt(0))) return undefined
    const { state } = parseCell(raw)
    return state === 'dash' ? { kind: 'figure', raw, digits: '', value: null, state } : undefined
  }
  if (/^[0-9０-９OoIlSB丨〇○,.]+$/.test(raw) && /[OoIlSB丨〇○]/.test(raw))
    return { kind: 'figure', raw, digits: '', value: null, state: 'unreadable' }
  for (const type of ['count', 'signed', 'decimal', 'money'] as const) {
    const { state, value } = parseCell(raw, { type })
    if (state === 'number') return { kind: 'figure', raw, digits: '', value, state }
  }
  return undefined
}

const invisible = /\p{Cf}/gu

const plainDigits = /^[0-9]+$/

/** Digits and nothing else; undefined for all that needs a closer look. */
export function plainFigure(printed: string): Figure | undefined {
  if (!plainDigits.test(printed)) return undefined
  return { kind: 'figure', raw: printed, digits: printed, value: Number(printed), state: 'number' }
}
