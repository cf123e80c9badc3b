import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseReport } from '../../src/main-entry'
import { parseFile } from '../../src/parse-file'
import type { Report, Section } from '../../src/types'
import { makeCase } from '../arbitraries/case'
import { findBrowser } from '../tools/find-browser'
import './patience'

// Printed pages agree: the PDF that Chromium prints of a report in HTML gives the tables, the metadata and the headings of the
// HTML. Tables run over pages there, head cells are wrapped as narrow as a browser makes them, and the fonts are a browser's.

const executablePath = findBrowser()
let browser: Browser | undefined

beforeAll(async () => {
  if (executablePath === null) console.warn('No Chromium: no PDF is printed, printed pages are not tested.')
  else browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
})

afterAll(() => browser?.close())

// 0 and 7 part a table before its last row, 4 a block of table 二; 3 is of the edition of 2019.
test.runIf(executablePath).each([0, 3, 4, 7])('report %i', async (seed) => {
  const { source } = makeCase({ seed, layout: 'html', steps: [] }).rendering
  const printed = await parseFile(await print(browser!, source))
  if (!/[\u4e00-\u9fff]/.test(printed.source ?? '')) {
    console.warn('Chromium has no Chinese font: what it prints is not compared. Debian has fonts-noto-cjk.')
    return
  }
  expect(comparable(printed.report)).toEqual(comparable(parseReport(source).report))
})

async function print(browser: Browser, html: string): Promise<Uint8Array> {
  const page = await browser.newPage({ javaScriptEnabled: false, offline: true })
  await page.setContent(html)
  const bytes = await page.pdf({ format: 'A4' })
  await page.close()
  return new Uint8Array(bytes)
}

/** All but the prose, whose lines and positions differ. */
function comparable({ title, issuer, year, period, published, contact, sections, ...report }: Report): object {
  const { disclosure, requests, disputes, appendices } = report
  const tables = { disclosure, requests, disputes, appendices }
  return { title, issuer, year, period, published, contact, ...tables, headings: headingsOf(sections) }
}

function headingsOf(sections: Section[]): object[] {
  return sections.map(({ marker, depth, title, role, sections }) => ({
    ...{ marker, depth, title, role },
    sections: headingsOf(sections),
  }))
}
