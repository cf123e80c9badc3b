/** Languages of the command line. */
export type Language = 'en' | 'zh'

/** What the command line itself says; findings are worded by the library. */
export interface Wording {
  lang: string
  usage: string
  seeHelp: string
  unknownCommand: (name: string) => string
  badOption: (reason: string) => string
  badValue: (option: string, value: string, allowed: string) => string
  missing: (what: string) => string
  unreadable: (path: string, reason: string) => string
  nothingFound: (path: string) => string
  exists: (path: string) => string
  written: (path: string) => string
  failed: (path: string, reason: string) => string
  badRecord: (line: number, reason: string) => string
  severity: Record<'error' | 'warning' | 'info', string>
  help: string
  nothingWrong: (files: number) => string
  found: (errors: number, warnings: number, infos: number, files: number) => string
  parsed: (milliseconds: string, characters: number) => string
  outline: string
  tables: string
  findings: string
  noFindings: string
  checks: (passed: number, failed: number, unknown: number) => string
  field: Record<'issuer' | 'year' | 'period' | 'published' | 'contact', string>
}

const en: Wording = {
  lang: 'en',
  usage: `Usage: ogi-report COMMAND [OPTIONS] FILE...

Commands
  parse FILE|DIR|- ...       print reports as data
    --format json|ndjson|csv|html   (default json)
    --tree                   add the tree of the document
    -o, --output OUT         write to a file, or a file for each report into an existing folder
  check FILE|DIR|- ...       print findings; exit code 1 if a report is wrong, 2 if one is unreadable
    --format text|json|sarif (default text)
  compare OLD NEW [MORE ...] compare the reports of neighbouring years
    --format json|text       (default json)
  show FILE|DIR|- ...        print outline, tables and findings as a page to read
  fixture FILE --name SLUG   make a test case of a report
    --dir DIR                (default fixtures/reports)

Options of all commands
  --jobs N                   parse on N threads (default 1)
  --encoding LABEL           encoding of text files, for instance gb18030 (default: detected)
  --lang en|zh               language of messages and findings (default en)
  --help, --version

FILE is text, Markdown, HTML, DOCX or PDF. - reads one document, or JSON lines {"id", "source"} or {"id", "base64"}.
`,
  seeHelp: 'Try: ogi-report --help',
  unknownCommand: (name) => `Unexpected command \`${name}\`, expected parse, check, compare, show or fixture`,
  badOption: (reason) => reason,
  badValue: (option, value, allowed) => `Unexpected value \`${value}\` of ${option}, expected ${allowed}`,
  missing: (what) => `Expected ${what}`,
  unreadable: (path, reason) => `Cannot read ${path}: ${reason}`,
  nothingFound: (path) => `Unexpected empty folder ${path}, expected reports (.txt .md .html .docx .pdf)`,
  exists: (path) => `Unexpected folder ${path}, expected a new name`,
  written: (path) => `Wrote ${path}`,
  failed: (path, reason) => `${path}: ${reason}`,
  badRecord: (line, reason) => `line ${line}: ${reason}`,
  severity: { error: 'error', warning: 'warning', info: 'info' },
  help: 'help',
  nothingWrong: (files) => `No findings in ${counted(files, 'report')}`,
  found: (errors, warnings, infos, files) =>
    `${counted(errors, 'error')}, ${counted(warnings, 'warning')}, ${counted(infos, 'note')} in ${counted(files, 'report')}`,
  parsed: (milliseconds, characters) => `${characters} characters in ${milliseconds} ms`,
  outline: 'Outline',
  tables: 'Tables',
  findings: 'Findings',
  noFindings: 'none',
  checks: (passed, failed, unknown) => `${passed} checks hold, ${failed} fail, ${unknown} cannot be decided`,
  field: { issuer: 'issuer', year: 'year', period: 'period', published: 'published', contact: 'contact' },
}

const zh: Wording = {
  lang: 'zh-CN',
  usage: `用法：ogi-report 命令 [选项] 文件...

命令
  parse 文件|目录|- ...      把年度报告输出为数据
    --format json|ndjson|csv|html   （默认 json）
    --tree                   同时输出文档树
    -o, --output 路径        写入文件；如为已有的目录，则每份报告写一个文件
  check 文件|目录|- ...      列出发现的问题；报告有误时退出码为 1，无法读取时为 2
    --format text|json|sarif （默认 text）
  compare 旧 新 [更多 ...]   比较相邻年度的报告
    --format json|text       （默认 json）
  show 文件|目录|- ...       输出便于阅读的目录、表格和问题
  fixture 文件 --name 名称   把一份报告做成测试用例
    --dir 目录               （默认 fixtures/reports）

所有命令通用的选项
  --jobs N                   用 N 个线程解析（默认 1）
  --encoding 编码            文本文件的编码，例如 gb18030（默认自动识别）
  --lang en|zh               提示和问题所用语言（默认 en）
  --help、--version

文件可以是纯文本、Markdown、HTML、DOCX 或 PDF。- 从标准输入读一份文档，或逐行读 JSON 记录 {"id", "source"}、{"id", "base64"}。
`,
  seeHelp: '用法见：ogi-report --help --lang zh',
  unknownCommand: (name) => `没有命令 \`${name}\`，应为 parse、check、compare、show 或 fixture`,
  badOption: (reason) => `选项有误：${reason}`,
  badValue: (option, value, allowed) => `${option} 的值 \`${value}\` 无效，应为 ${allowed}`,
  missing: (what) => `缺少 ${what}`,
  unreadable: (path, reason) => `无法读取 ${path}：${reason}`,
  nothingFound: (path) => `目录 ${path} 中没有报告（.txt .md .html .docx .pdf）`,
  exists: (path) => `${path} 已经存在，请换一个名称`,
  written: (path) => `已写入 ${path}`,
  failed: (path, reason) => `${path}：${reason}`,
  badRecord: (line, reason) => `第 ${line} 行：${reason}`,
  severity: { error: '错误', warning: '警告', info: '提示' },
  help: '说明',
  nothingWrong: (files) => `${files} 份报告未发现问题`,
  found: (errors, warnings, infos, files) => `${files} 份报告：${errors} 个错误，${warnings} 个警告，${infos} 个提示`,
  parsed: (milliseconds, characters) => `${characters} 个字符，用时 ${milliseconds} 毫秒`,
  outline: '目录',
  tables: '表格',
  findings: '问题',
  noFindings: '无',
  checks: (passed, failed, unknown) => `勾稽关系：${passed} 项成立，${failed} 项不成立，${unknown} 项无法判断`,
  field: { issuer: '机关', year: '年度', period: '统计期限', published: '发布日期', contact: '联系方式' },
}

/** Everything the command line says, by language. */
export const wording: Record<Language, Wording> = { en, zh }

/** The language that `--lang` asks for: known before the options are read, so that their errors are worded in it. */
export function languageOf(argv: string[]): Language {
  const next = argv[argv.indexOf('--lang') + 1]
  return argv.includes('--lang=zh') || (argv.includes('--lang') && next === 'zh') ? 'zh' : 'en'
}

/** `1 error`, `2 errors`. */
function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
