import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

describe('the package as it would be published', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ogi-report-'))
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { stdio: 'pipe' })
  const tarball = join(folder, readdirSync(folder)[0]!)
  afterAll(() => rmSync(folder, { recursive: true }))

  test('holds what it needs and no tests', () => {
    const list = execFileSync('tar', ['tzf', tarball], { encoding: 'utf8' }).split('\n')
    for (const path of ['README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'LICENSE', 'dist/index.js', 'dist/cli.js']) {
      expect(list).toContain(`package/${path}`)
    }
    for (const path of [
      'dist/schema/result.json',
      'dist/types/src/index.d.ts',
      'grammars/form-2021.json',
      'docs/schema/grammar.json',
    ]) {
      expect(list).toContain(`package/${path}`)
    }
    expect(list.filter((path) => /^package\/(?:test|fixtures|bench|coverage)\//.test(path))).toEqual([])
  })

  test('passes publint', () => {
    expect(problems('publint', ['run', tarball, '--strict'])).toBe('')
  })

  test('has types that every consumer resolves', () => {
    expect(problems('attw', [tarball, '--profile', 'esm-only', '--format', 'ascii'])).toBe('')
  })
})

/** What a tool prints where it is not content; '' where it is. */
function problems(name: string, options: string[]): string {
  const { status, stdout, stderr } = spawnSync(`node_modules/.bin/${name}`, options, { encoding: 'utf8' })
  return status === 0 ? '' : `${stdout}${stderr}`
}
