import type { Form } from '../src/types'

const seen = 'invented'
const label = (text: string) => [{ text, seen }]

/** A form that is not in the project: groups, sums over rows and columns, units, a block without row labels. */
export const forestForm: Form = {
  id: 'forest-1',
  name: 'forest',
  anchors: [{ text: '苗木种类', seen }],
  blocks: [
    {
      caption: label('第一部分 育苗与栽植'),
      head: [
        {
          key: 'nursery',
          labels: label('苗圃'),
          children: [
            { key: 'state', labels: label('国有苗圃') },
            { key: 'private', labels: label('个体苗圃') },
          ],
        },
        { key: 'imported', labels: label('外省调入') },
        { key: 'total', labels: label('株数合计') },
        { key: 'cost', labels: label('购苗支出（单位：万元）'), type: 'money', unit: '万元' },
      ],
      stub: [
        {
          labels: label('一、针叶树种'),
          children: [
            { key: 'conifer/pine', labels: label('1.马尾松') },
            { key: 'conifer/fir', labels: label('2.杉木实生苗') },
            { key: 'conifer/other', labels: label('3.其他树种') },
          ],
        },
        {
          labels: label('二、阔叶树种'),
          children: [
            { key: 'broad/camphor', labels: label('1.香樟') },
            { key: 'broad/other', labels: label('2.其他树种') },
          ],
        },
        { key: 'all', labels: label('三、全部树种') },
      ],
    },
    {
      head: [
        { key: 'guards', labels: label('护林员人数') },
        { key: 'fires', labels: label('林火起数') },
        { key: 'area', labels: label('过火面积（公顷）'), type: 'decimal' },
      ],
      stub: [],
    },
  ],
  rules: [
    {
      ruleId: 'forest-row-sum',
      axis: 'head',
      subject: 'total',
      left: ['total'],
      right: ['nursery/state', 'nursery/private', 'imported'],
    },
    {
      ruleId: 'forest-column-sum',
      axis: 'stub',
      subject: 'all',
      left: ['all'],
      right: ['conifer/pine', 'conifer/fir', 'conifer/other', 'broad/camphor', 'broad/other'],
    },
  ],
}

/** The printed cells of the form with invented figures; '' where a merged cell goes on. */
export const forestRows: string[][] = [
  ['第一部分 育苗与栽植', '', '', '', '', '', ''],
  ['苗木种类', '', '苗圃', '', '外省调入', '株数合计', '购苗支出（单位：万元）'],
  ['', '', '国有苗圃', '个体苗圃', '', '', ''],
  ['一、针叶树种', '1.马尾松', '120', '30', '0', '150', '1.25'],
  ['', '2.杉木实生苗', '44', '0', '6', '50', '0.4'],
  ['', '3.其他树种', '3', '0', '0', '3', '0.02'],
  ['二、阔叶树种', '1.香樟', '0', '17', '1', '18', '3'],
  ['', '2.其他树种', '9', '9', '9', '27', '0'],
  ['三、全部树种', '', '176', '56', '16', '248', '4.67'],
  ['护林员人数', '林火起数', '过火面积（公顷）', '', '', '', ''],
  ['61', '2', '0.35', '', '', '', ''],
]

/** What the figures mean: by pointer, money in yuan. */
export const forestValues: Record<string, number> = {
  '/forest/conifer/pine/nursery/state': 120,
  '/forest/conifer/pine/nursery/private': 30,
  '/forest/conifer/pine/imported': 0,
  '/forest/conifer/pine/total': 150,
  '/forest/conifer/pine/cost': 12500,
  '/forest/conifer/fir/nursery/state': 44,
  '/forest/conifer/fir/nursery/private': 0,
  '/forest/conifer/fir/imported': 6,
  '/forest/conifer/fir/total': 50,
  '/forest/conifer/fir/cost': 4000,
  '/forest/conifer/other/nursery/state': 3,
  '/forest/conifer/other/nursery/private': 0,
  '/forest/conifer/other/imported': 0,
  '/forest/conifer/other/total': 3,
  '/forest/conifer/other/cost': 200,
  '/forest/broad/camphor/nursery/state': 0,
  '/forest/broad/camphor/nursery/private': 17,
  '/forest/broad/camphor/imported': 1,
  '/forest/broad/camphor/total': 18,
  '/forest/broad/camphor/cost': 30000,
  '/forest/broad/other/nursery/state': 9,
  '/forest/broad/other/nursery/private': 9,
  '/forest/broad/other/imported': 9,
  '/forest/broad/other/total': 27,
  '/forest/broad/other/cost': 0,
  '/forest/all/nursery/state': 176,
  '/forest/all/nursery/private': 56,
  '/forest/all/imported': 16,
  '/forest/all/total': 248,
  '/forest/all/cost': 46700,
  '/forest/guards': 61,
  '/forest/fires': 2,
  '/forest/area': 0.35,
}
