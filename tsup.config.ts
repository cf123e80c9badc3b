import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { defineConfig } from 'tsup'
import { jsonSchemas } from './src/schema/json-schema'

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
    ...Object.fromEntries(single.map((name) => [name, `src/${name}.ts`]).filter(([, path]) => existsSync(path!))),
    ...entriesOf('messages'),
    ...entriesOf('grammars'),
    cli: 'src/cli/cli.ts',
    'cli/worker': 'src/cli/worker.ts',
  },
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  splitting: true,
  sourcemap: true,
  treeshake: true,
  external: [/^node:/, 'unpdf'],
  async onSuccess() {
    mkdirSync('dist/schema', { recursive: true })
    for (const [name, text] of Object.entries(jsonSchemas())) writeFileSync(`dist/schema/${name}`, text)
    // Declarations come from the compiler itself: tsup's own need an interface that TypeScript 7 does not have.
    execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
  },
})
