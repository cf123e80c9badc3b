import { formatNumber } from './format-number'
import { childOf, isOn, valueIn, type XmlElement } from './parse-xml'
import type { Styles } from './styles'

/** Counts the automatically numbered paragraphs of a document, in order. */
export interface Numbering {
  /** The marker that Word prints before this paragraph, with its gap: `一、`, `1. `; '' where it has none. */
  next(properties: XmlElement | undefined): string
}

interface Level {
  start: number
  format: string
  /** `%1、`: %1 is the number of level 0. */
  template: string
  suffix: string
  /** The style that numbers by this level, where one does. */
  style: string | undefined
  isLegal: boolean
}

interface List {
  /** Lists of one abstract definition count on together. */
  counters: (number | undefined)[]
  levels: Map<number, Level>
  /** Levels that this list starts anew the first time. */
  restarts: Map<number, number>
}

/**
 * Automatic numbering: in a DOCX a printed 一、 is often no text but the number of a list item.
 *
 * ```
 * <w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr> … 总体情况   →   一、总体情况
 * ```
 *
 * @param part the root of word/numbering.xml, if there is one
 */
export function numbering(part: XmlElement | undefined, styles: Styles): Numbering {
  const lists = readLists(part, styles)

  function next(properties: XmlElement | undefined): string {
    const own = childOf(properties, 'w:numPr')
    const styleId = valueIn(properties, 'w:pStyle')
    const inherited = styles.property(styleId, 'w:numPr')
    const list = lists.get(valueIn(own, 'w:numId') ?? valueIn(inherited, 'w:numId') ?? '')
    if (!list) return ''
    const named = [...list.levels].find(([, { style }]) => style !== undefined && style === styleId)?.[0]
    const index = Number(valueIn(own, 'w:ilvl') ?? named ?? valueIn(inherited, 'w:ilvl') ?? 0)
    const level = list.levels.get(index)
    if (!level) return ''
    count(list, index, level)
    const marker = level.template.replace(/%([1-9])/g, (_, digit: string) => printed(list, Number(digit) - 1, level))
    return marker === '' ? '' : marker + level.suffix
  }
  return { next }
}

function count(list: List, index: number, level: Level): void {
  const restart = list.restarts.get(index)
  list.restarts.delete(index)
  const before = list.counters[index]
  list.counters[index] = restart ?? (before === undefined ? level.start : before + 1)
  list.counters.length = index + 1
}

function printed(list: List, index: number, { isLegal }: Level): string {
  const level = list.levels.get(index)
  const value = list.counters[index] ?? level?.start ?? 1
  return formatNumber(value, isLegal ? 'decimal' : (level?.format ?? 'decimal'))
}

function readLists(part: XmlElement | undefined, styles: Styles): Map<string, List> {
  const abstracts = new Map<string, XmlElement>()
  const counters = new Map<string, (number | undefined)[]>()
  const lists = new Map<string, List>()
  for (const element of part?.children ?? [])
    if (element.name === 'w:abstractNum') abstracts.set(element.attributes['w:abstractNumId'] ?? '', element)
  const instances = (part?.children ?? []).filter(({ name }) => name === 'w:num')
  for (const instance of instances) {
    const id = abstractOf(instance, instances, abstracts, styles)
    const abstract = abstracts.get(id)
    if (!abstract) continue
    if (!counters.has(id)) counters.set(id, [])
    const levels = new Map<number, Level>()
    for (const level of abstract.children) if (level.name === 'w:lvl') levels.set(indexOf(level), readLevel(level))
    const restarts = new Map<number, number>()
    for (const override of instance.children) {
      if (override.name !== 'w:lvlOverride') continue
      const level = childOf(override, 'w:lvl')
      if (level) levels.set(indexOf(override), readLevel(level))
      const start = valueIn(override, 'w:startOverride')
      if (start !== undefined) restarts.set(indexOf(override), Number(start))
    }
    lists.set(instance.attributes['w:numId'] ?? '', { counters: counters.get(id)!, levels, restarts })
  }
  return lists
}

/** The definition of a list; one that only names a list style is defined where the style is. */
function abstractOf(
  instance: XmlElement,
  instances: XmlElement[],
  abstracts: Map<string, XmlElement>,
  styles: Styles,
): string {
  const id = valueIn(instance, 'w:abstractNumId') ?? ''
  const link = valueIn(abstracts.get(id), 'w:numStyleLink')
  const target = link === undefined ? undefined : valueIn(styles.property(link, 'w:numPr'), 'w:numId')
  const linked = instances.find(({ attributes }) => attributes['w:numId'] === target)
  return (linked && valueIn(linked, 'w:abstractNumId')) ?? id
}

function indexOf(element: XmlElement): number {
  return Number(element.attributes['w:ilvl'] ?? 0)
}

function readLevel(level: XmlElement): Level {
  const suffix = valueIn(level, 'w:suff') ?? 'tab'
  return {
    start: Number(valueIn(level, 'w:start') ?? 1),
    format: valueIn(level, 'w:numFmt') ?? 'decimal',
    template: valueIn(level, 'w:lvlText') ?? '',
    suffix: suffix === 'nothing' ? '' : ' ',
    style: valueIn(level, 'w:pStyle'),
    isLegal: isOn(level, 'w:isLgl'),
  }
}
