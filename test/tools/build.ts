import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Builds `dist` before the tests that run the package itself, unless it is newer than everything it is made of. */
export function setup(): void {
  const built = statSync('dist/schema', { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = ['src', 'grammars'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  const newest = Math.max(...[...sources, 'package.json', 'tsup.config.ts'].map((path) => statSync(path).mtimeMs))
  if (newest > built) execFileSync('npm', ['run', 'build'], { stdio: 'pipe' })
}
