import type { CatalogueEntry } from './append-finding'

/** The findings of the readers: a part of the catalogue of its own, so that a reader brings no other messages into a bundle. */
export const readingDiagnostics = {
  'structure-limit': {
    severity: 'warning',
    blame: 'extraction',
    message: 'Unexpected size `%actual` of %what, expected at most `%expected`: the rest was not read',
    help: 'Raise the limit in `options.limits` if the input is trusted.',
  },
  'file-unreadable': {
    severity: 'error',
    blame: 'unknown',
    message: 'Unexpected bytes: `%actual`, expected a whole file of a known kind',
    help: 'Fetch the file again, or open it in its program and save it anew; text, HTML, Markdown, DOCX and PDF are read.',
  },
  'file-encrypted': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected protection by a password, expected an open file',
    help: 'Open it with the password and save it without one.',
  },
  'file-no-text': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected pages without text, %actual of %expected: a scan, expected a text layer',
    help: 'Recognise the characters first (OCR) and give the searchable PDF or its text.',
  },
  'file-elsewhere': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected page without a text of its own beside %actual, expected the report',
    help: 'Read the attached file itself; of a picture recognise the characters first (OCR).',
  },
  'file-unsupported': {
    severity: 'error',
    blame: 'extraction',
    message: 'Unexpected format `%actual`, expected text, HTML, Markdown, DOCX or PDF',
    help: 'Open it in Word, WPS or LibreOffice and save it as `.docx` or PDF.',
  },
  'file-encoding': {
    severity: 'warning',
    blame: 'unknown',
    message: 'Unexpected characters `%actual`: the text was decoded or saved in the wrong encoding',
    help: 'Name the encoding in `options.encoding`, or fetch the file again; nothing was repaired.',
  },
  'file-limit': {
    severity: 'warning',
    blame: 'extraction',
    message: 'Unexpected size `%actual` of %what, expected at most `%expected`: the rest was not read',
    help: 'Raise the limit in `options.limits` if the file is trusted.',
  },
} as const satisfies Record<string, CatalogueEntry>

/** Any finding of a reader. */
export type ReadingRuleId = keyof typeof readingDiagnostics
