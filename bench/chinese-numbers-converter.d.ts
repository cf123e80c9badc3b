/** What the benchmark uses of a package that has no types. */
declare module 'chinese-numbers-converter' {
  export default class ChineseNumber {
    constructor(text: string)
    toInteger(): number
  }
}
