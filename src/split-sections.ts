import { assertTree } from './assert-tree'
import { compileSections } from './compile/sections'
import { createContext } from './context'
import { fromText } from './from-text/from-text'
import { defaultLimits } from './limits'
import { sectionize } from './sectionize/sectionize'
import type { Grammar, ReportTree, Section } from './types'

/**
 * Splits a document into its sections by the numbering of its headings: 一、 then （一） then 1. then （1）. For any Chinese document
 * numbered in the official manner.
 *
 * A string is read as far as the default `limits.characters` goes (10 million). Sections have no room to say that something was
 * left out: `parseReport` announces it by `structure-limit`.
 *
 * @param source  plain text or a tree
 * @param options `grammars`: the titles that they know are found without a number too, and the row labels of their forms are not
 *                taken for headings; default none
 * @throws {TypeError} on anything but a string or a `ReportTree`
 */
export function splitSections(source: string | ReportTree, options: { grammars?: Grammar[] } = {}): Section[] {
  const text = typeof source === 'string' ? source : null
  if (typeof source !== 'string') assertTree(source)
  const tree = typeof source === 'string' ? fromText(source.slice(0, defaultLimits.characters)) : source
  return compileSections(sectionize(tree, createContext(text, options)))
}
