import type { Blame, Severity } from './types'

/** One rule of the catalogue. Placeholders `%name` are filled from the diagnostic's `values`. */
export interface CatalogueEntry {
  severity: Severity
  blame: Blame
  message: string
  help?: string
}

/** The catalogue: every finding that the library can report, with its severity, default blame and English wording. */
export const diagnostics = {
  'structure-limit': {
    severity: 'warning',
    blame: 'extraction',
    message: 'Unexpected size `%actual` of %what, expected at most `%expected`: the rest was not read',
    help: 'Raise the limit in `options.limits` if the input is trusted.',
  },
  'structure-not-report': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected document, expected an annual report on open government information',
  },
  'structure-several-reports': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected second report `%actual` in one document, expected one: the first is returned',
  },
  'structure-form-unknown': {
    severity: 'warning',
    blame: 'unknown',
    message: 'Unexpected table `%actual`, expected a form of a known edition: nothing of it was read into the report',
  },
  'structure-rows': {
    severity: 'error',
    blame: 'unknown',
    message: 'Unexpected absence of `%actual`, expected it in the form of edition %expected',
  },
  'structure-cell-unresolved': {
    severity: 'warning',
    blame: 'unknown',
    message: 'Unexpected digits `%actual`, expected %expected',
  },
  'structure-order-ambiguous': {
    severity: 'warning',
    blame: 'extraction',
    message: 'Unexpected order of figures in `%actual`: several readings satisfy the sums of the form',
  },
  'structure-number-unused': {
    severity: 'warning',
    blame: 'unknown',
    message: 'Unexpected number `%actual` in the table, expected a cell of the form for it',
  },
  'structure-label-unknown': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected row label `%actual`, expected one of the form',
  },
  'structure-label-duplicate': {
    severity: 'warning',
    blame: 'unknown',
    message: 'Unexpected second row `%actual`, expected it once',
  },
  'structure-column-unverified': {
    severity: 'warning',
    blame: 'unknown',
    message: 'Unexpected number of columns `%actual`, expected `%expected`: these columns could not be verified',
  },
  'disclosure-amount-unit': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected amount `%actual` without a unit, expected 元 or 万元',
  },
  'requests-balance': {
    severity: 'error',
    blame: 'source',
    message:
      'Unexpected sum `%actual` of results and carried out, expected `%expected` (received and carried in): difference %difference',
  },
  'requests-column-sum': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected total of results `%actual`, expected `%expected`: difference %difference',
  },
  'requests-row-sum': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected total `%actual`, expected `%expected`: difference %difference',
  },
  'disputes-sum': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected total `%actual`, expected `%expected`: difference %difference',
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
    message: 'Unexpected pages without text (%actual of %pages): a scan, expected a text layer',
    help: 'Recognise the characters first (OCR) and give the searchable PDF or its text.',
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
    message: 'Unexpected characters (%actual) for a text in `%encoding`: it was decoded or saved in the wrong encoding',
    help: 'Name the encoding in `options.encoding`, or fetch the file again; nothing was repaired.',
  },
  'file-limit': {
    severity: 'warning',
    blame: 'extraction',
    message: 'Unexpected size `%actual` of %what, expected at most `%expected`: the rest was not read',
    help: 'Raise the limit in `options.limits` if the file is trusted.',
  },
} as const satisfies Record<string, CatalogueEntry>

/** Any id of the catalogue. */
export type RuleId = keyof typeof diagnostics
