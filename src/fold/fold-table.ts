/**
 * How characters are compared, beyond what Unicode's compatibility forms (NFKC) make equal: each line is a set of characters
 * written for one another, the first stands for all of them in the compare form.
 */
export const sameCharacters: readonly string[] = [
  // Commas and semicolons of both widths: 行政复议、行政诉讼 and 行政复议，行政诉讼.
  ',，、､;；﹐﹑',
  '.。．｡',
  ':：∶︰',
  '(（【〔［[｛{〈《«‹「『〖﹙',
  ')）】〕］]｝}〉》»›」』〗﹚',
  '"“”„‟〝〞＂\'‘’‚‛＇`´′″',
  '-－–—―‐‑‒−─━﹣ー',
  '/／∕⁄',
  '~～〜∼',
]

/**
 * Drawn alike or one for the other in fonts and conversions, without another reading in a label: the first is the character
 * of the official form.
 */
export const lookAlikes: readonly string[] = ['他它她', '口囗', '〇○◯', '已巳', '于於', '并並', '度渡']
