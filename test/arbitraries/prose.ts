import type { Quantity } from '../../src/types'

/** A sentence of an invented report with the quantities that it states. */
export interface Sentence {
  text: string
  quantities: Quantity[]
}

/** An invented body and how to reach it. */
export interface Body {
  name: string
  address: string
  postcode: string
  phone: string
  email: string
  website: string
}

/** Six bodies that do not exist, of the kinds that report: county, department, town, office, city, park. */
export const bodies: readonly Body[] = [
  body('澄湖县人民政府', '澄湖县望江路18号', '415920', '0736-5520118', 'chenghu'),
  body('青禾市商务局', '青禾市稻香街6号', '457310', '0393-6610207', 'qinghe'),
  body('松桥镇人民政府', '澄湖县松桥镇桥头路1号', '415926', '0736-5561033', 'songqiao'),
  body('望川区市场监督管理局', '望川区迎宾大道77号', '629811', '0825-3390912', 'wangchuan'),
  body('临洲市人民政府', '临洲市滨河东路200号', '337420', '0799-7210055', 'linzhou'),
  body('白鹭岭经济开发区管理委员会', '白鹭岭产业园创新路9号', '551430', '0857-4476601', 'bailuling'),
]

/** Sentences by the part of the report that they stand in; each takes a free figure of up to four digits. */
export const sentences: Record<
  'disclosure' | 'management' | 'platform' | 'supervision' | 'problems' | 'plans',
  ((figure: number) => Sentence)[]
> = {
  disclosure: [
    (n) => state('通过门户网站发布各类信息', n, '条', '，内容涵盖政策、人事和民生实事'),
    (n) => state('编印政府公报', (n % 12) + 1, '期', '，全部免费投放到查阅点'),
    (n) => state('围绕惠企政策推出图解', n % 100, '篇', '，方便群众看懂用好'),
  ],
  management: [
    (n) => state('清理过时文件', n % 90, '件', '，并逐一注明效力'),
    (n) => plain('凡拟公开的材料先由起草科室核对，再交保密岗复核，做到谁起草谁负责', n),
  ],
  platform: [
    (n) => state('对栏目做了归并，合并重复栏目', n % 40, '个', ''),
    (n) => state('公众号全年推送消息', n, '条', '，留言当日回复'),
  ],
  supervision: [
    (n) => state('举办业务培训', (n % 9) + 1, '次', '，新到岗人员全部参加'),
    (n) => state('接受培训', n, '人次', '，比往年有所增加'),
    (n) => state('考核得分率达到', (n % 40) + 60, '%', ''),
  ],
  problems: [
    (n) => plain('个别科室对公开边界拿捏不准，材料报送有时偏晚', n),
    (n) => plain('解读的形式还不够活泼，群众参与的渠道有待拓宽', n),
  ],
  plans: [
    (n) => plain('下一步将完善内部流转办法，把公开要求嵌入办文环节', n),
    (n) => state('计划再安排专题辅导', (n % 6) + 1, '场', '，帮助基层同志补齐短板'),
  ],
}

/** A sentence with one quantity, printed without a space before its measure word. */
export function state(before: string, value: number, unit: string, after: string): Sentence {
  const quantity: Quantity = { raw: `${value}${unit}`, value, upper: null, unit, bound: 'exact' }
  return { text: `${before}${quantity.raw}${after}。`, quantities: [quantity] }
}

function plain(text: string, _figure: number): Sentence {
  return { text: `${text}。`, quantities: [] }
}

function body(name: string, address: string, postcode: string, phone: string, host: string): Body {
  return { name, address, postcode, phone, email: `zwgk@${host}.example.cn`, website: `www.${host}.example.cn` }
}
