import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFile } from '../../src/parse-file'
import { decode } from '../../src/sniff/decode'
import { fileFormat } from '../../src/sniff/file-format'
import { isMojibake } from '../../src/sniff/is-mojibake'
import type { Result } from '../../src/types'
import { paragraph, writeDocx } from '../arbitraries/write-docx'

const chinese = '某县2023年政府信息公开工作年度报告：全年公开信息1234条，办理申请56件。'
/** 年度报告公开信息 in GB18030. */
const gb = Uint8Array.from([
  0xc4, 0xea, 0xb6, 0xc8, 0xb1, 0xa8, 0xb8, 0xe6, 0xb9, 0xab, 0xbf, 0xaa, 0xd0, 0xc5, 0xcf, 0xa2,
])

describe('decode', () => {
  it('gives back any text in UTF-8 and UTF-16, a mark kept', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥0-9a-z，。\n]{4,40}$/), fc.constantFrom('', '\ufeff'), (body, mark) => {
        const text = mark + body
        expect(decode(new TextEncoder().encode(text))?.text).toBe(text)
        expect(decode(utf16(`\ufeff${body}`, true))?.text).toBe(`\ufeff${body}`)
        expect(decode(utf16(`\ufeff${body}`, false))?.text).toBe(`\ufeff${body}`)
      }),
    )
  })

  it('finds UTF-16 without a mark by its digits and line feeds', () => {
    expect(decode(utf16(`${chinese}\n12\n`, true))).toMatchObject({ text: `${chinese}\n12\n`, encoding: 'utf-16le' })
    expect(decode(utf16(`${chinese}\n12\n`, false))?.encoding).toBe('utf-16be')
  })

  it('takes what is not UTF-8 for GB18030', () => {
    expect(decode(gb)).toEqual({ text: '年度报告公开信息', encoding: 'gb18030', problem: null })
  })

  it('believes a declaration where the bytes fit it', () => {
    const head = new TextEncoder().encode('<meta charset="big5"><p>')
    const bytes = Uint8Array.from([...head, 0xa6, 0x7e, 0xab, 0xd7])
    expect(decode(bytes)?.text).toBe('<meta charset="big5"><p>年度')
  })

  it('reads a cut file as far as it goes and says so', () => {
    const bytes = new TextEncoder().encode(chinese.repeat(5)).slice(0, -2)
    expect(decode(bytes)).toMatchObject({ encoding: 'utf-8', problem: 'bytes' })
  })

  it('tells text that was saved in the wrong encoding', () => {
    const misread = new TextDecoder('gb18030').decode(new TextEncoder().encode(chinese.repeat(3)))
    const latin = new TextDecoder('latin1').decode(new TextEncoder().encode(chinese))
    expect([misread, latin, chinese, 'Report 2023', ''].map(isMojibake)).toEqual([true, true, false, false, false])
    expect(decode(new TextEncoder().encode(misread))?.problem).toBe('mojibake')
  })

  it('refuses bytes that are no text', () => {
    expect(decode(Uint8Array.from({ length: 400 }, (_, i) => i % 7))).toBeNull()
  })
})

describe('fileFormat', () => {
  it.each([
    ['pdf', '%PDF-1.7'],
    ['pdf', '\r\n%PDF-1.4'],
    ['zip', 'PK\x03\x04'],
    ['rtf', '{\\rtf1'],
    ['mhtml', 'MIME-Version: 1.0\r\nContent-Type: multipart/related;'],
    ['image', '\x89PNG'],
    ['ole', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['encrypted', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e'],
    ['text', '一、总体情况'],
    ['text', ''],
  ])('%s', (format, head) => {
    expect(fileFormat(Uint8Array.from(head, (letter) => letter.charCodeAt(0)))).toBe(format)
  })
})

describe('parseFile', () => {
  it('takes the three kinds of bytes', async () => {
    const bytes = new TextEncoder().encode(chinese)
    const results = await Promise.all([bytes, bytes.buffer, new Blob([bytes])].map((file) => parseFile(file)))
    for (const result of results) expect(result).toEqual(results[0])
    expect(results[0]!.source).toBe(chinese)
  })

  it('decodes as told', async () => {
    expect((await parseFile(gb, { encoding: 'gbk' })).source).toBe('年度报告公开信息')
  })

  it('rejects wrong arguments', async () => {
    await expect(parseFile('text' as unknown as Blob)).rejects.toThrow(TypeError)
    await expect(parseFile(gb, { encoding: 'klingon' })).rejects.toThrow(/klingon/)
  })

  it.each<[string, Uint8Array, string]>([
    ['a legacy document', bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'file-unsupported'],
    [
      'an encrypted document',
      bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e'),
      'file-encrypted',
    ],
    ['rich text', bytesOf('{\\rtf1 x}'), 'file-unsupported'],
    ['a picture', bytesOf('\x89PNG\r\n'), 'file-no-text'],
    ['a cut archive', writeDocx(paragraph(chinese)).slice(0, 200), 'file-unreadable'],
    ['a broken PDF', bytesOf('%PDF-1.7\nnothing'), 'file-unreadable'],
    ['noise', Uint8Array.from({ length: 300 }, (_, i) => i % 5), 'file-unreadable'],
  ])('says what %s is, and nothing else', async (_, bytes, ruleId) => {
    const { diagnostics, report, source } = await parseFile(bytes)
    expect(diagnostics.map((diagnostic) => diagnostic.ruleId)).toEqual([ruleId])
    expect(diagnostics[0]!.help).toBeTruthy()
    expect([report.title, report.requests, source]).toEqual([null, null, ''])
  })

  it('reads a large text up to its limit and says so', async () => {
    const { diagnostics, source } = await parseFile(new TextEncoder().encode('1234567890'.repeat(10)), {
      limits: { bytes: 40 },
    })
    expect(source).toHaveLength(40)
    expect(diagnostics[0]).toMatchObject({
      ruleId: 'file-limit',
      severity: 'warning',
      values: { actual: 100, expected: 40 },
    })
  })

  it('never rejects because of the bytes, and gives plain data', async () => {
    const heads = ['', '%PDF-1.7\n', 'PK\x03\x04', '<html><table><tr>', '\ufeff', '# 一、'].map((head) =>
      new TextEncoder().encode(head),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), async (head, tail) => {
        const result: Result = await parseFile(Uint8Array.from([...head, ...tail]))
        expect(JSON.parse(JSON.stringify(result))).toEqual(result)
      }),
      { numRuns: 60 },
    )
  })
})

function bytesOf(latin: string): Uint8Array {
  return Uint8Array.from(latin, (letter) => letter.charCodeAt(0))
}

function utf16(text: string, little: boolean): Uint8Array {
  return Uint8Array.from(
    [...Array(text.length).keys()].flatMap((i) => {
      const code = text.charCodeAt(i)
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255]
    }),
  )
}
