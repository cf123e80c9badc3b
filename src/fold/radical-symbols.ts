/** Radicals of the block U+2E80–U+2EFF that look like a character of their own, each before that character. */
const supplement = [
  '⺁厂⺇几⺌小⺎兀⺏尣⺐尢⺓幺⺛旡⺟母⺠民⺩王⺬示⺮竹⺯糸⺲罒⺳网⺶羊⺷羊⺸羊⺻聿⺼月⻁虎⻂衣⻃覀⻄西⻅见⻆角⻉贝⻊足',
  '⻋车⻐钅⻑长⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻳龟',
].join('')

const characterOf = new Map<string, string>()
for (let i = 0; i < supplement.length; i += 2) characterOf.set(supplement[i]!, supplement[i + 1]!)

/**
 * Writes the characters that a page shows for the radicals that its font maps them to: printers of PDF take one for the other,
 * since a font draws them alike, and text that is copied out of a PDF keeps them. Readers give it as the value of their texts;
 * it is as long as what is printed, so that offsets and `raw` stay those of the source.
 *
 * ```
 * ⾃然⼈ 2023年1⽉1⽇ ⼈⺠政府   →   自然人 2023年1月1日 人民政府
 * ```
 */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, (radical) => characterOf.get(radical) ?? radical.normalize('NFKC'))
}
