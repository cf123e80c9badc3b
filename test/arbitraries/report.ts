import type { Contact, Pointer, Quantity, SectionRole } from '../../src/types'
import { type Figure, figuresOf, formOf } from './form-figures'
import { bodies, type Sentence, sentences, state } from './prose'
import { drawRecipe, type Recipe } from './recipe'
import { type Sheet, sheetOf } from './sheet'

/** One printed part of a report, in order. */
export type Block =
  | { type: 'title'; text: string }
  | { type: 'heading'; depth: 1 | 2; marker: string; title: string }
  | { type: 'paragraph'; text: string }
  | { type: 'sheet'; sheet: Sheet }
  | { type: 'signature' | 'date'; text: string }

/** What the outline of the report must be. */
export interface ExpectedSection {
  marker: string
  ordinal: number
  depth: number
  title: string
  role: SectionRole | null
  text: string
  sections: ExpectedSection[]
}

/** An invented report: what is printed, and what a reader must make of it. */
export interface Truth {
  recipe: Recipe
  blocks: Block[]
  figures: Map<Pointer, Figure>
  title: string
  issuer: string
  year: number
  period: { start: string; end: string }
  published: string
  contact: Contact
  preface: string
  sections: ExpectedSection[]
  quantities: Quantity[]
}

/** The report of a seed. */
export const drawReport = (seed: number): Truth => reportOf(drawRecipe(seed))

/** Writes out the report of a recipe. Its sums hold, and its prose agrees with its tables. */
export function reportOf(recipe: Recipe): Truth {
  const figures = figuresOf(recipe)
  const writer = new Map<string, Quantity[]>()
  const body = bodies[recipe.body % bodies.length]!
  const { year } = recipe
  const title = `${body.name}${year}年政府信息公开工作年度报告`
  const preface =
    `本报告由${body.name}办公室依照《中华人民共和国政府信息公开条例》编制，所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。` +
    `如有疑问，请与${body.name}办公室联系（地址：${body.address}，邮编：${body.postcode}，电话：${body.phone}，电子邮箱：${body.email}）。`
  const day = (recipe.sentences[0]! % 28) + 1
  const sections = outlineOf(recipe, figures, writer)
  const sheets: Partial<Record<string, Sheet>> = {
    disclosure: sheetOf(formOf('disclosure', recipe.disclosureEdition), figures),
    requests: sheetOf(formOf('requests', recipe.requestsEdition), figures),
    disputes: sheetOf(formOf('disputes', recipe.requestsEdition), figures),
  }
  const blocks: Block[] = [
    { type: 'title', text: title },
    { type: 'paragraph', text: preface },
  ]
  const print = (section: ExpectedSection) => {
    blocks.push({ type: 'heading', depth: section.depth === 1 ? 1 : 2, marker: section.marker, title: section.title })
    for (const text of section.text.split('\n')) if (text !== '') blocks.push({ type: 'paragraph', text })
    const sheet = section.role && sheets[section.role]
    if (sheet) blocks.push({ type: 'sheet', sheet })
    for (const child of section.sections) print(child)
  }
  for (const section of sections) print(section)
  blocks.push({ type: 'signature', text: body.name }, { type: 'date', text: `${year + 1}年1月${day}日` })
  return {
    recipe,
    blocks,
    figures,
    title,
    issuer: body.name,
    year,
    period: { start: `${year}-01-01`, end: `${year}-12-31` },
    published: `${year + 1}-01-${String(day).padStart(2, '0')}`,
    contact: {
      address: body.address,
      postcode: body.postcode,
      phones: [body.phone],
      faxes: [],
      emails: [body.email],
      websites: [],
    },
    preface,
    sections,
    quantities: [...writer.values()].flat(),
  }
}

function outlineOf(
  recipe: Recipe,
  figures: ReadonlyMap<Pointer, Figure>,
  stated: Map<string, Quantity[]>,
): ExpectedSection[] {
  let drawn = 1
  const draw = () => recipe.sentences[drawn++ % recipe.sentences.length]!
  const write = (place: string, ...list: Sentence[]) => {
    stated.set(
      place,
      list.flatMap(({ quantities }) => quantities),
    )
    return list.map(({ text }) => text).join('')
  }
  const some = (part: keyof typeof sentences) => sentences[part][draw() % sentences[part].length]!(draw())
  const received = figures.get('/requests/received/total')!.value
  const overview = [
    part(
      2,
      1,
      '主动公开情况',
      null,
      write('disclosure', some('disclosure'), state('政务公开专区接待来访', draw(), '人次', '')),
    ),
    part(
      2,
      2,
      '依申请公开情况',
      null,
      write('requests', state('全年新收到政府信息公开申请', received, '件', '，均按期答复')),
    ),
    part(2, 3, '政府信息管理情况', null, write('management', some('management'))),
    part(2, 4, '政府信息公开平台建设情况', null, write('platform', some('platform'))),
    part(2, 5, '监督保障情况', null, write('supervision', some('supervision'))),
  ]
  return [
    part(1, 1, '总体情况', 'overview', '', overview),
    part(1, 2, '主动公开政府信息情况', 'disclosure', ''),
    part(1, 3, '收到和处理政府信息公开申请情况', 'requests', ''),
    part(1, 4, '政府信息公开行政复议、行政诉讼情况', 'disputes', ''),
    part(1, 5, '存在的主要问题及改进情况', 'problems', write('problems', some('problems'), some('plans'))),
    part(1, 6, '其他需要报告的事项', 'other', write('other', state('全年收取政府信息公开信息处理费', 0, '元', ''))),
  ]
}

function part(
  depth: number,
  ordinal: number,
  title: string,
  role: SectionRole | null,
  text: string,
  sections: ExpectedSection[] = [],
): ExpectedSection {
  const numeral = '一二三四五六七八九'[ordinal - 1]!
  return { marker: depth === 1 ? `${numeral}、` : `（${numeral}）`, ordinal, depth, title, role, text, sections }
}
