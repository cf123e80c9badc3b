import { existsSync, readdirSync } from 'node:fs'
import { defineConfig } from 'tsup'

/** Every file of `folder` as an entry of the same path under dist. */
function entriesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(`src/${folder}`)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => [`${folder}/${name.slice(0, -3)}`, `src/${folder}/${name}`]),
  )
}

const single = [
  'index',
  'core',
  'literals',
  'sections',
  'tables',
  'text',
  'markdown',
  'html',
  'docx',
  'pdf',
  'unified',
  'schema',
]

export default defineConfig({
  clean: true,
  entry: {
    ...Object.fromEntries(single.filter((name) => existsSync(`src/${name}.ts`)).map((name) => [name, `src/${name}.ts`])),
    ...entriesOf('messages'),
    ...entriesOf('grammars'),
    ...(existsSync('src/cli/cli.ts') && { cli: 'src/cli/cli.ts' }),
  },
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  splitting: true,
  sourcemap: true,
  treeshake: true,
  external: [/^node:/, 'unpdf'],
  onSuccess: 'tsc -p tsconfig.build.json',
})
