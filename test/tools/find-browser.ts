import { existsSync } from 'node:fs'

/** Where Debian and others put Chromium; `CHROMIUM` names another place. */
const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The path of a Chromium, or null; then it says how to get one. */
export function findBrowser(): string | null {
  const found = places.find((place) => place !== undefined && existsSync(place))
  if (found === undefined)
    console.warn(
      'No Chromium: the tests of the readers run in Node only. test/tools/install-browser.sh installs it on Debian.',
    )
  return found ?? null
}
