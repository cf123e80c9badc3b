import { foldText } from '../fold/fold'
import { matchesOf } from '../matches-of'
import { oncePer } from '../once-per'
import type { Report, ScopeRule, WordingRule } from '../types'
import { alternatives } from './alternatives'
import { remembered } from './sentences'

/** Whose figures a sentence gives: the report's own, said to be those of the whole place or not; or of a wider or narrower body. */
export type Scope = 'own' | 'whole' | 'other'

/** Whose figures the sentences of one paragraph give. */
export interface SentenceScope {
  /** Whose figure stands behind a match that begins at `index`, in a clause that begins at `clause`. */
  at(index: number, clause: number): Scope
}

/** Reads a paragraph, sentence by sentence. */
export type ParagraphScope = (frame: string) => SentenceScope

/**
 * Tells whose figures a paragraph gives by its subjects. The last one named before the figure counts; a subject at the
 * beginning of a clause counts for the sentences behind it too. Gives a function that opens a paragraph.
 *
 * ```
 * report of a bureau     全市公开信息500条   other      我局公开信息20条   own
 * report of its city     全市公开信息500条   own        市财政局公开信息20条   other
 * ```
 */
export function scopeReader(
  report: Pick<Report, 'title' | 'issuer' | 'preface'>,
  { scope: rule, fillers }: WordingRule,
): () => ParagraphScope {
  const author = readAuthor(report, rule)
  const marker = markerExpression(author, rule)
  const { bodyEnd, ownShort } = scopeWords(rule)
  const adverbs = adverbsOf(fillers)

  function marksOf(frame: string): Mark[] {
    return matchesOf(marker, frame).flatMap((match) => {
      const before = frame.slice(0, match.index)
      if (rule.asides.some((word) => before.endsWith(word))) return []
      return [{ index: match.index, opens: opensClause(before), scope: scopeOf(match, author) }]
    })
  }

  return () => {
    const frames: string[] = []
    const known: Mark[][] = []
    const marksIn = (sentence: number) => (known[sentence] ??= marksOf(frames[sentence]!))
    return (frame) => {
      const own = frames.push(frame) - 1
      return {
        at(index, clause) {
          const mark = marksIn(own)
            .filter((other) => other.index < index && (other.opens || !isPlaceName(frame, other.index, author)))
            .at(-1)
          const subject = frame.slice(clause, index).replace(adverbs, '')
          const namesOther = bodyEnd.test(subject) && !ownShort.test(subject)
          if (!mark && namesOther && !author.names.some((name) => subject.endsWith(name))) return 'other'
          const isAll = rule.all.some((word) => subject.includes(word))
          const isOfMembers = !isAll && rule.members.some((word) => subject.includes(word))
          if (isOfMembers && !author.isGovernment && mark?.scope !== 'whole') return 'other'
          if (mark && author.isGovernment && !isAll && bodyEnd.test(subject.slice(-12)) && mark.scope !== 'other')
            return 'other'
          if (mark) return mark.scope
          for (let sentence = own - 1; sentence >= Math.max(0, own - remembered); sentence--) {
            const given = marksIn(sentence)
              .filter(({ opens }) => opens)
              .at(-1)
            if (given) return given.scope === 'other' ? 'other' : 'own'
          }
          return 'own'
        },
      }
    }
  }
}

const adverbsOf = /* @__PURE__ */ oncePer((fillers: string[]) => new RegExp(`(?:${alternatives(fillers)})+$`))

const scopeWords = /* @__PURE__ */ oncePer((rule: ScopeRule) => {
  const places = alternatives(rule.places)
  return {
    bodyEnd: new RegExp(`(?:${alternatives(rule.bodies)})$`),
    ownShort: new RegExp(
      `(?:^|${alternatives(rule.means)})(?:${alternatives(rule.bodies.filter(({ length }) => length === 1))})$`,
    ),
    subjects: [
      `(?<narrow>(?:${places})?(?:${alternatives(rule.narrow)}))`,
      `(?<whole>(?:${alternatives(rule.whole)})(?<wholeLevel>${places}))`,
      `(?<own>(?:${alternatives(rule.own)})(?:(?<ownLevel>${places})|${alternatives(rule.bodies)})|(?:${alternatives(rule.whole)})(?:${alternatives(rule.bodies)}))`,
    ],
  }
})

/** A subject. */
interface Mark {
  index: number
  /** It opens a clause. */
  opens: boolean
  scope: Scope
}

interface Author {
  /** It is the government of a place: the whole place is its scope. */
  isGovernment: boolean
  /** Last word of its place: 区 of 长沙市芙蓉区. */
  level: string | undefined
  /** The body itself, in full and without its places. */
  names: string[]
  /** Places in its name: 长沙市, 长沙市芙蓉区, 芙蓉区. */
  ownPlaces: string[]
  otherPlaces: string[]
}

/** Is the report put together from those of a place's bodies, so that it is the place's whoever wrote it? */
function isCompiled(preface: string | null, { compiled, members }: ScopeRule): boolean {
  const sentences = (preface ?? '').split(/[。\n]/)
  return sentences.some((sentence) =>
    [compiled, members].every((words) => words.some((word) => sentence.includes(word))),
  )
}

function readAuthor({ title, issuer, preface }: Pick<Report, 'title' | 'issuer' | 'preface'>, rule: ScopeRule): Author {
  const name = foldText(issuer ?? '')
  const ends: { end: number; level: string }[] = []
  for (let index = 1; index < name.length; index++) {
    const level = rule.places.find((word) => name.startsWith(word, index))
    if (!level) continue
    ends.push({ end: index + level.length, level })
    index += level.length - 1
  }
  const last = ends[ends.length - 1]
  const rest = last ? name.slice(last.end) : name
  const isGovernment =
    last !== undefined &&
    (rest === '' ||
      rule.governments.includes(rest) ||
      isCompiled(preface, rule) ||
      signsForPlace(name, rest, title, rule))
  const places = ends.flatMap(({ end }, at) => [name.slice(0, end), name.slice(ends[at - 1]?.end ?? 0, end)])
  const own = isGovernment ? [...new Set(places.slice(-2))] : []
  return {
    isGovernment,
    level: isGovernment ? last.level : undefined,
    names: [name, rest].filter((part) => part.length > 1),
    ownPlaces: own,
    otherPlaces: [...new Set(places)].filter((place) => !own.includes(place) && place.length > 1),
  }
}

/** An office that signs the report of its place: 某县人民政府办公室 under 某县人民政府2015年政府信息公开工作年度报告. */
function signsForPlace(name: string, rest: string, title: string | null, { governments, offices }: ScopeRule): boolean {
  const office = offices.find((word) => rest.endsWith(word))
  if (office === undefined || title === null) return false
  const head = rest.slice(0, -office.length)
  if (head !== '' && !governments.includes(head)) return false
  const folded = foldText(title)
  const place = name.slice(0, name.length - rest.length)
  return place.length > 1 && folded.includes(place) && !folded.includes(office)
}

function markerExpression(author: Author, rule: ScopeRule): RegExp {
  const named = [...author.names, ...author.ownPlaces, ...author.otherPlaces].filter((name) => name !== '')
  return new RegExp(
    [...scopeWords(rule).subjects, ...(named.length > 0 ? [`(?<named>${alternatives(named)})`] : [])].join('|'),
    'g',
  )
}

function scopeOf(match: RegExpMatchArray, author: Author): Scope {
  const { narrow, wholeLevel, ownLevel, named } = match.groups!
  if (narrow !== undefined) return author.isGovernment ? 'other' : 'own'
  if (wholeLevel !== undefined) return wholeLevel === author.level ? 'whole' : 'other'
  if (ownLevel !== undefined) return ownLevel === author.level ? 'own' : 'other'
  return named !== undefined && author.otherPlaces.includes(named) ? 'other' : 'own'
}

/** A bare place name is a subject only where it opens a clause: 在浏阳市门户网站. */
function isPlaceName(frame: string, index: number, author: Author): boolean {
  return [...author.ownPlaces, ...author.otherPlaces].some((place) => frame.startsWith(place, index))
}

function opensClause(before: string): boolean {
  return before === '' || /(?:[,;:.]|\d{4}年度?|\d月份?|\d日)$/.test(before.slice(-longestOpening))
}

/** Characters of 2016年度, the longest of what a clause opens behind. */
const longestOpening = 6
