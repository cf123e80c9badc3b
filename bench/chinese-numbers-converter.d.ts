/** What the comparison uses of the package, which ships no types. */
declare module 'chinese-numbers-converter' {
  export default class ChineseNumber {
    constructor(text: string)
    toInteger(): number
  }
}
