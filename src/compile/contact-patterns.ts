/** Patterns of what a contact paragraph holds. Digits and dashes of both widths; a name is as printed. */

const digit = '[0-9０-９]'
const dash = '[\\s]{0,2}[-－—–―‐﹣ー]{0,2}[\\s]{0,2}'
const areaCode = `(?:[（(]0${digit}{2,3}[)）]|[0０]${digit}{2,3})`

/** 0731-83603968, (0731) 8360-3968, 0571-8651 2345, 83612229, 0591-23163551转802, 13912345678, 400-123-4567. */
export const phonePattern = new RegExp(
  `(?<!${digit})(?:400${dash}${digit}{3,4}${dash}${digit}{3,4}|[1１][3-9３-９]${digit}{9}|(?:${areaCode}${dash}[1-9１-９]${digit}{2,3}[-－\\s]${digit}{4}|(?:${areaCode}${dash})?[1-9１-９]${digit}{6,7})(?:\\s?(?:转|[-－—])\\s?${digit}{1,5})?)(?!${digit})`,
  'g',
)

/** Six digits that belong to no longer number. */
export const postcodePattern = new RegExp(`(?<!${digit})${digit}{6}(?!${digit})`)

/** name@host, the sign in both widths. */
export const emailPattern = /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}[@＠][A-Za-z0-9][A-Za-z0-9.-]{0,80}\.[A-Za-z]{2,8}/g

/** Written so that no machine may read it: xxgk#host.cn, xxgk（at）host.cn; only behind a label. */
export const veiledEmailPattern =
  /[A-Za-z0-9][A-Za-z0-9._-]{0,63}\s?(?:[#＃]|[（([【]\s?(?:at|@)\s?[)）\]】])\s?[A-Za-z0-9][A-Za-z0-9.-]{0,80}\.[A-Za-z]{2,8}/i

/** A street and a house: 青禾市南街88号, 市政府大楼3楼. */
export const housePattern =
  /^\p{Script=Han}[^，,；;。：:]{0,40}[路街道巷镇区楼][^，,；;。：:]{0,20}[号楼室层座院厦内]$/u

/** http://www.example.gov.cn/path or without its scheme; the part of an e-mail address behind @ is none. */
export const websitePattern =
  /(?<![@＠A-Za-z0-9._/-])(?:https?:\/\/(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,8}|(?:[A-Za-z0-9-]{1,63}\.){1,6}(?:cn|com|net|org|gov)(?![A-Za-z0-9@＠]))(?::\d{2,5})?(?:\/[A-Za-z0-9\-._~/?#=&%+!]{0,200})?/g

/** What follows a value and is no part of it. */
export const valueTail = /[\s，,；;。.、：:〉>”"〈<“]+$/

/** What stands between a label and its value. */
export const valueLead = /^[\s：:∶，,;；为是“"（(〈《<]*/

/** What stands right behind a label that has a value: a colon or the like, a number, or another label. */
export const valueStart = /^\s*(?:[：:∶，,\s/、及和(（〈<]|[0-9０-９])/

/** Behind a label in a list of nouns (地址、联系方式等), or before another label of the same value. */
export const sharedLabel = /^\s*[/、及和]/

/** Between two labels of one value: 电话/传真, 电话（传真） */
export const betweenLabels = /^\s*[/、及和(（]\s*$/

/** Behind a comma: more of an address, up to the next mark. */
export const addressGoesOn = /^[^，,；;。]{0,20}[路街道巷号楼室层座区院厦]\s*(?:$|[，,；;。）)])/
