/** The sign at `index`, 负 or a minus or plus in half or full width: -1, 1, or 0 where there is none. One character long. */
export function signAt(text: string, index: number): -1 | 0 | 1 {
  switch (text.charCodeAt(index)) {
    case 0x2d:
    case 0xff0d:
    case 0x2212:
    case 0x8d1f:
    case 0x8ca0:
      return -1
    case 0x2b:
    case 0xff0b:
      return 1
    default:
      return 0
  }
}
