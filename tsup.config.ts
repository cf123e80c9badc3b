import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

/** Node resolves relative imports of declarations by their full name: `./types` becomes `./types.js`. */
function addExtensions(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.d.ts')) continue
    const path = join(folder, name)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace(/(\bfrom |\bimport\()(['"])(\.{1,2}\/[^'"]+?)(?<!\.json)\2/g, '$1$2$3.js$2'))
  }
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
    ...Object.fromEntries(single.map((name) => [name, `src/${name}.ts`])),
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
    addExtensions('dist/types')
  },
})
