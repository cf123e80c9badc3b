import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

/**
 * What an entry costs in a browser: bundled and minified with everything it imports statically, then compressed.
 * Limits in kB (1000 bytes); README.md states them. Those of `/core`, `/tables` and the main entry are what the recovery of
 * tables without borders takes (two of three parts of them are `align`, `recover` and `check`); `/html` is parse5 and
 * `/docx` an XML parser for the greater part, `/pdf` the layout of positioned text. The main entry holds all grammars.
 */
const limits: Record<string, number> = {
  core: 116,
  docx: 13,
  html: 67,
  index: 228,
  literals: 12,
  markdown: 23,
  'messages/zh': 4,
  pdf: 15,
  schema: 18,
  sections: 17,
  tables: 74,
  text: 3,
}

test.each(Object.entries(limits))('%s stays within %i kB', async (entry, limit) => {
  const { kilobytes } = await measure(`src/${entry}.ts`)
  expect(kilobytes).toBeLessThanOrEqual(limit)
})

test('literals bring no other module along', async () => {
  const { inputs } = await measure('src/literals.ts')
  expect(inputs.filter((path) => !/^(?:src\/literals?[/.]|grammars\/literals\.json)/.test(path))).toEqual([])
})

async function measure(entryPoint: string): Promise<{ kilobytes: number; inputs: string[] }> {
  const { outputFiles, metafile } = await build({
    entryPoints: { entry: entryPoint },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    // As UTF-8, not as escapes six times as long: the vocabulary is Chinese.
    charset: 'utf8',
    external: ['unpdf'],
    splitting: true,
    outdir: 'out',
    write: false,
    metafile: true,
  })
  const { outputs } = metafile
  const entry = Object.keys(outputs).find((path) => outputs[path]!.entryPoint === entryPoint)!
  const loaded = new Set([entry])
  for (const path of loaded) {
    for (const { kind, path: next } of outputs[path]!.imports) {
      if (kind === 'import-statement' && outputs[next]) loaded.add(next)
    }
  }
  const chunks = outputFiles.filter(({ path }) => [...loaded].some((name) => path.endsWith(name)))
  const inputs = [...loaded].flatMap((path) => Object.keys(outputs[path]!.inputs))
  return {
    kilobytes: gzipSync(Buffer.concat(chunks.map(({ contents }) => contents)), { level: 9 }).length / 1000,
    inputs,
  }
}
