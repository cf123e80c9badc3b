import type { Operator } from './damage-tools'
import type { Layout } from './layout'
import type { Random } from './random'

const borderless = ({ family, name }: Layout) =>
  family === 'stream' || (family === 'run' && !name.startsWith('stripped'))
const notPositioned = ({ family }: Layout) => family !== 'positioned'

/** Changes of the printed text that change no figure. */
export const textOperators: readonly Operator[] = [
  edit('crlf', notPositioned, (source) => source.replaceAll('\n', '\r\n')),
  edit('byteOrderMark', notPositioned, (source) => `\ufeff${source}`),
  edit('nbspSpaces', borderless, (source, random) =>
    source.replaceAll(' ', () => random.pick([' ', '\u00a0', '\u3000', '\u2002'])),
  ),
  edit('trailingSpaces', borderless, (source) => source.replaceAll('\n', '  \n')),
  edit(
    'indentedLines',
    ({ name }) => name.startsWith('lines') || name.startsWith('cells'),
    (source) => source.replaceAll('\n', '\n\u3000\u3000'),
  ),
  edit(
    'blankLines',
    ({ name }) => /^(lines|cells|tabs|page)(?!.*collapsed)/.test(name),
    (source, random) => source.replaceAll('\n', () => (random.chance(0.2) ? '\n\n' : '\n')),
  ),
  edit(
    'spanForms',
    ({ family }) => family === 'marked',
    (source, random) =>
      source.replaceAll(
        /(col|row)span="?(\d+)"?/g,
        (_, axis: string, count: string) =>
          `${axis}span="${random.pick([count, ` ${count}`, `+${count}`, `${count};`, `0${count}`])}"`,
      ),
  ),
  {
    ...edit(
      'wrongSpan',
      ({ name }) => /^html(-p|-th|-nested)?$/.test(name),
      (source, random) =>
        source.replace(/rowspan="(20|22)"/, (_, count: string) => `rowspan="${Number(count) + random.pick([-1, 1])}"`),
    ),
    class: 'lossy',
  },
  edit(
    'pageChrome',
    ({ family }) => family === 'marked',
    (source) =>
      source.replace(
        '<body>',
        '<body><div class="top"><a href="/">首页</a> &gt; <a href="/zw">政务公开</a></div><div>发布时间：2024-01-20 &nbsp; 浏览次数：<span>1532</span> &nbsp; 字号：[大 中 小]</div>',
      ),
  ),
]

function edit(
  name: string,
  fits: (layout: Layout) => boolean,
  change: (source: string, random: Random) => string,
): Operator {
  return { name, class: 'lossless', fits, amounts: [1], apply: (damage) => void damage.edits.push(change) }
}
