import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const name = 'ogi-report/package.json'

/** What package.json says, and where the package lies: found by its own name, so that it holds for sources and bundle. */
export function manifest(): { version: string; root: URL } {
  const require = createRequire(import.meta.url)
  return { version: require(name).version, root: new URL('.', pathToFileURL(require.resolve(name))) }
}
