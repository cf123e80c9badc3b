import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** What one source file imports: files of the project by path, packages by name. */
interface Imports {
  file: string
  files: string[]
  packages: string[]
  /** The files that are still imported when the types are gone. */
  run: string[]
}

const all = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .sort()
  .map((name) => importsOf(join('src', name)))

/** Packages and the only folders that may import them. */
const owners: Record<string, string[]> = {
  zod: ['src/schema'],
  vfile: ['src/unified'],
  'vfile-message': ['src/unified'],
  unified: ['src/unified'],
  'mdast-util-from-markdown': ['src/from-markdown'],
  'micromark-extension-gfm-table': ['src/from-markdown'],
  parse5: ['src/from-html'],
  fflate: ['src/from-docx'],
  saxen: ['src/from-docx'],
  unpdf: ['src/from-pdf'],
  tinypool: ['src/cli'],
  'cli-progress': ['src/cli'],
}

test('a package is imported only by the folder that is there for it', () => {
  const typesOnly = ['unist', 'mdast', 'hast']
  const wrong = all.flatMap(({ file, packages }) =>
    packages
      .filter((name) => !name.startsWith('node:') && !typesOnly.includes(name))
      .filter((name) => !owners[name]?.some((folder) => file.startsWith(`${folder}/`)))
      .map((name) => `${file} imports ${name}`),
  )
  expect(wrong).toEqual([])
})

test('no Node built-in is imported outside the command line', () => {
  const isBuiltIn = (name: string) => name.startsWith('node:') || builtinModules.includes(name)
  const outside = all.filter(({ file, packages }) => !file.startsWith('src/cli/') && packages.some(isBuiltIn))
  expect(outside.map(({ file }) => file)).toEqual([])
})

test('literals import nothing outside themselves but their vocabulary', () => {
  const allowed = ['src/types', 'grammars/literals.json']
  const outside = inFolder('src/literal').flatMap(({ files }) =>
    files.filter((path) => !path.startsWith('src/literal/') && !allowed.includes(path)),
  )
  expect(outside).toEqual([])
})

test('grammar data is imported by its modules alone, and these by what binds them', () => {
  const data = all.filter(({ files }) => files.some((path) => path.startsWith('grammars/')))
  expect(data.map(({ file }) => file).filter((file) => !/^src\/(?:grammars|literal)\//.test(file))).toEqual([])
  const modules = all.filter(({ files }) => files.some((path) => path.startsWith('src/grammars/')))
  expect(modules.map(({ file }) => file)).toEqual(['src/bundled-grammars.ts'])
})

test('the core knows neither the bundled grammars nor other readers than that of plain text', () => {
  const core = reachable('src/core')
  const foreign = /^src\/(?:bundled-grammars|grammars\/|from-(?:markdown|html|docx|pdf)\/|unified\/|schema\/|cli\/)/
  expect(core.filter((path) => foreign.test(path))).toEqual([])
})

test('readers do not import each other, except that Markdown reads its plain text as text', () => {
  const wrong = all.flatMap(({ file, files }) => {
    const reader = /^src\/from-[a-z]+\//.exec(file)?.[0]
    if (!reader) return []
    const others = files.filter((path) => path.startsWith('src/from-') && !path.startsWith(reader))
    return others
      .filter((path) => !(reader === 'src/from-markdown/' && path.startsWith('src/from-text/')))
      .map((path) => `${file} imports ${path}`)
  })
  expect(wrong).toEqual([])
})

test('nothing imports the command line or the schemas', () => {
  const wrong = all.filter(
    ({ file, files }) =>
      (!file.startsWith('src/cli/') && files.some((path) => path.startsWith('src/cli/'))) ||
      (!/^src\/schema(?:\.ts|\/)/.test(file) && files.some((path) => path.startsWith('src/schema/'))),
  )
  expect(wrong.map(({ file }) => file)).toEqual([])
})

test('neither files nor folders import each other in a circle', () => {
  expect(circlesOf(new Map(all.map(({ file, run }) => [file.replace(/\.ts$/, ''), run])))).toEqual([])
  expect(circlesOf(folderGraph())).toEqual([])
})

test('imports name files without an extension', () => {
  const wrong = all.filter(({ files }) => files.some((path) => /\.[cm]?[jt]s$/.test(path)))
  expect(wrong.map(({ file }) => file)).toEqual([])
})

/** Which folders of `src` the files of each folder import, types included; what stands in `src` itself belongs to no room. */
function folderGraph(): Map<string, string[]> {
  const graph = new Map<string, string[]>()
  for (const { file, files } of all) {
    const folder = folderOf(file)
    const others = files.filter((path) => path.startsWith('src/')).map(folderOf)
    if (folder === 'src') continue
    graph.set(folder, [...(graph.get(folder) ?? []), ...others.filter((other) => other !== 'src' && other !== folder)])
  }
  return graph
}

function folderOf(path: string): string {
  const [src, folder] = dirname(path).split('/')
  return folder === undefined ? src! : `${src}/${folder}`
}

function circlesOf(graph: ReadonlyMap<string, string[]>): string[] {
  const done = new Set<string>()
  const circles: string[] = []
  function visit(path: string, trail: string[]): void {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' > '))
    else if (!done.has(path)) {
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
      done.add(path)
    }
  }
  for (const path of graph.keys()) visit(path, [])
  return circles
}

function inFolder(folder: string): Imports[] {
  return all.filter(({ file }) => file.startsWith(`${folder}/`))
}

/** Everything that a file brings along at run time. */
function reachable(start: string): string[] {
  const seen = new Set([start])
  for (const path of seen) for (const next of all.find(({ file }) => file === `${path}.ts`)?.run ?? []) seen.add(next)
  return [...seen]
}

function importsOf(file: string): Imports {
  const code = readFileSync(file, 'utf8')
  const statement = /^(?:import|export)\s(type\s)?(?:[\w\s,{}*$]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm
  const found = [...code.matchAll(statement)].map(([, type, stated, dynamic]) => {
    return { path: (stated ?? dynamic)!, stays: !type && !dynamic }
  })
  const resolve = (path: string) => join(dirname(file), path)
  const relative = found.filter(({ path }) => path.startsWith('.'))
  const packages = found.filter(({ path }) => !path.startsWith('.')).map(({ path }) => packageName(path))
  return {
    file,
    files: relative.map(({ path }) => resolve(path)),
    packages,
    run: relative.filter(({ stays }) => stays).map(({ path }) => resolve(path)),
  }
}

function packageName(path: string): string {
  return path.startsWith('node:')
    ? path
    : path
        .split('/')
        .slice(0, path.startsWith('@') ? 2 : 1)
        .join('/')
}
