/** The part of saxen that is used: it ships no declarations. */
declare module 'saxen' {
  type Decode = (text: string) => string

  export class Parser {
    /** Maps namespace URIs to the prefixes under which names are handed on. */
    ns(prefixes: Record<string, string>): this
    on(
      event: 'openTag',
      handle: (name: string, attributes: () => Record<string, string>, decode: Decode, selfClosing: boolean) => void,
    ): this
    on(event: 'closeTag', handle: (name: string, decode: Decode, selfClosing: boolean) => void): this
    on(event: 'text', handle: (text: string, decode: Decode) => void): this
    on(event: 'cdata', handle: (text: string) => void): this
    on(event: 'error' | 'warn', handle: (error: Error) => void): this
    stop(): this
    parse(xml: string): this
  }
}
