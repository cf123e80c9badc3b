import type { CatalogueEntry } from './append-finding'
import { readingDiagnostics } from './reading-diagnostics'

export type { CatalogueEntry }

/** The catalogue: every finding that the library can report, with its severity, default blame and English wording. */
export const diagnostics = {
  ...readingDiagnostics,
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
    message:
      'Unexpected number of cells `%actual`, expected `%expected`: the figures of these columns could not be verified',
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
  'form-rule': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected value `%actual`, expected `%expected` by rule %rule: difference %difference',
  },
  'requests-integer': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected count `%actual`, expected a whole number of 0 or more',
  },
  'requests-empty': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected result `%actual` without any request, expected 0 or a blank',
  },
  'requests-carried-out-high': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected number `%actual` of requests carried out, expected at most half of the `%expected` received',
    help: 'Requests are answered within 20 working days, or 40 with an extension: few remain open at the end of a year.',
  },
  'requests-subtotal': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected subtotal `%actual`, expected `%expected`: difference %difference',
  },
  'requests-fee-unpaid': {
    severity: 'warning',
    blame: 'source',
    message:
      'Unexpected `%actual` requests closed for unpaid fees while the text says `%expected`, expected a fee notice for them',
  },
  'disputes-integer': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected count `%actual`, expected a whole number of 0 or more',
  },
  'disputes-after-reconsideration': {
    severity: 'warning',
    blame: 'source',
    message:
      'Unexpected `%actual` lawsuits after reconsideration without any reconsideration, expected a case of reconsideration this year or last year',
  },
  'disclosure-value': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected value `%actual`, expected %expected',
  },
  'disclosure-in-force': {
    severity: 'warning',
    blame: 'source',
    message:
      'Unexpected number `%actual` of documents in force, expected at least the `%expected` issued and not repealed',
  },
  'disclosure-rules-authority': {
    severity: 'warning',
    blame: 'source',
    message:
      'Unexpected 规章 `%actual` in the report of `%issuer`, expected 0: only ministries, provinces and cities with districts make them',
    help: 'The figure is often that of the superior government, or 规范性文件 entered in the wrong row.',
  },
  'disclosure-fee-unit': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected amount `%actual` 万元, expected a figure in 万元: it looks like one in yuan',
  },
  'disclosure-fee-includes-processing': {
    severity: 'info',
    blame: 'source',
    message:
      'Unexpected processing fee of `%actual` yuan in the text, expected at most the `%expected` yuan of all administrative fees in the table',
  },
  'disclosure-fee-statement': {
    severity: 'info',
    blame: 'source',
    message: 'Unexpected silence on the processing fee in the last part, expected a statement of what was collected',
  },
  'disclosure-published-total': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected number `%actual` published this year, expected at most the `%expected` published in total',
  },
  'disclosure-published-made': {
    severity: 'info',
    blame: 'source',
    message: 'Unexpected number `%actual` published this year, expected at most the `%expected` made this year',
  },
  'disclosure-items-negative': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected change `%actual` of `%expected` items, expected no fewer than 0 to remain',
  },
  'disclosure-procurement-zero': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected procurement of `%actual` items for `%expected` yuan, expected both to be 0 or neither',
  },
  'disclosure-procurement-range': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected amount `%actual` yuan an item, expected 100 to 1000000000',
  },
  'carry-over-requests': {
    severity: 'error',
    blame: 'source',
    message:
      'Unexpected number `%actual` carried in, expected the `%expected` that last year carried out: difference %difference',
  },
  'carry-over-documents': {
    severity: 'warning',
    blame: 'source',
    message:
      'Unexpected stock `%actual` of documents (in force and repealed), expected `%expected` (last year’s stock and this year’s issues): difference %difference',
  },
  'carry-over-published': {
    severity: 'warning',
    blame: 'source',
    message:
      'Unexpected total `%actual` published, expected at most `%expected` (last year’s total and this year’s releases): difference %difference',
  },
  'carry-over-items': {
    severity: 'warning',
    blame: 'source',
    message:
      'Unexpected number `%actual` of items of the year before, expected `%expected` by last year’s report: difference %difference',
  },
  'carry-over-disputes': {
    severity: 'info',
    blame: 'source',
    message: 'Unexpected `%actual` cases decided or open, expected at least the `%expected` left open last year',
  },
  'carry-over-jump': {
    severity: 'info',
    blame: 'source',
    message: 'Unexpected change from `%expected` to `%actual`, expected less than a fivefold one',
  },
  'carry-over-gap': {
    severity: 'info',
    blame: 'source',
    message: 'Unexpected pair of reports `%expected` and `%actual`, expected the same body and consecutive years',
  },
  'text-growth': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected change of `%actual` % in the text, expected `%expected` % by the tables',
  },
  'text-repeated': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected section `%section` that repeats last year’s to `%actual` %, expected a report of its own',
  },
  'text-received': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected figure `%actual` in the text, expected `%expected` by the table',
  },
  'text-answered': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected figure `%actual` in the text, expected `%expected` by the table',
  },
  'text-carried-in': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected figure `%actual` in the text, expected `%expected` by the table',
  },
  'text-carried-out': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected figure `%actual` in the text, expected `%expected` by the table',
  },
  'text-category': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected figure `%actual` in the text, expected `%expected` by the table',
  },
  'text-reconsideration': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected figure `%actual` in the text, expected `%expected` by the table',
  },
  'text-litigation': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected figure `%actual` in the text, expected `%expected` by the table',
  },
  'text-documents': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected figure `%actual` in the text, expected `%expected` by the table',
  },
  'text-statistics': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected figure `%actual` in the text, expected `%expected` by the table',
  },
  'text-share': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected share `%actual` % of `%part`, expected `%expected` % of the stated `%whole`',
  },
  'text-all-upheld': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected statement `%actual`, expected no other outcome in the table but found `%expected`',
  },
  'text-no-requests': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected statement `%actual` that no request came in, expected `%expected` by the table',
  },
  'text-all-answered': {
    severity: 'warning',
    blame: 'source',
    message:
      'Unexpected statement `%actual` that all requests are answered, expected `%expected` carried out by the table',
  },
  'text-fee-multiple': {
    severity: 'info',
    blame: 'source',
    message: 'Unexpected processing fee `%actual` yuan, expected a multiple of 10',
  },
  'text-channels-sum': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected sum `%actual` of the channels, expected the `%expected` received',
  },
  'text-parts-sum': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected sum `%actual` of the parts, expected `%expected`: difference %difference',
  },
  'text-stale-year': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected year `%actual` as the year reported on, expected `%expected`',
  },
  'structure-section-missing': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected absence of `%actual`, expected the part `%expected` in every report since 2019',
  },
  'structure-section-order': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected part `%actual` after `%expected`, expected it before',
  },
  'structure-table-missing': {
    severity: 'error',
    blame: 'unknown',
    message: 'Unexpected absence of the table `%actual`, expected it in every report since 2019',
  },
  'structure-edition': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected form of edition `%actual` in a report for %year, expected edition `%expected`',
  },
  'structure-problems-empty': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected text `%actual` on problems, expected %expected',
  },
  'structure-other-missing': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected absence of the part `%actual`, expected it even where it says 无',
  },
  'structure-supervision-missing': {
    severity: 'warning',
    blame: 'source',
    message:
      'Unexpected silence on supervision, expected results of assessment, public review and accountability in a government’s report',
  },
  'structure-numbering-restart': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected second `%actual` at the top level, expected it once',
  },
  'structure-numbering-shift': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected number `%actual` of the part `%part`, expected `%expected`',
  },
  'structure-parts-listed': {
    severity: 'info',
    blame: 'source',
    message: 'Unexpected list of parts in the preface, expected it to agree with the headings: %actual',
  },
  'structure-blank-cells': {
    severity: 'info',
    blame: 'source',
    message: 'Unexpected blanks in `%actual` of `%expected` cells, expected 0 where there is nothing',
  },
  'metadata-year': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected year `%actual`, expected `%expected` as elsewhere in the report',
  },
  'metadata-period-unreadable': {
    severity: 'warning',
    blame: 'unknown',
    message: 'Unexpected period `%actual`, expected two dates',
  },
  'metadata-issuer': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected body `%actual`, expected `%expected` as elsewhere in the report',
  },
  'metadata-title': {
    severity: 'info',
    blame: 'source',
    message: 'Unexpected title `%actual`, expected 政府信息公开工作年度报告',
  },
  'metadata-published-late': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected date of publication `%actual`, expected at latest `%expected`',
  },
  'metadata-published-order': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected date of publication `%actual`, expected a day after the period ends on `%expected`',
  },
  'metadata-postcode': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected postcode `%actual`, expected %expected',
  },
  'metadata-phone': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected phone number `%actual`, expected %expected',
  },
  'metadata-email': {
    severity: 'info',
    blame: 'source',
    message: 'Unexpected e-mail address `%actual`, expected name@host',
  },
  'metadata-url': {
    severity: 'info',
    blame: 'source',
    message: 'Unexpected address `%actual`, expected a site under .gov.cn',
  },
  'metadata-placeholder': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected placeholder `%actual`, expected a figure or a name',
  },
  'metadata-template-text': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected note of the template `%actual`, expected the report’s own text',
  },
  'metadata-text-quality': {
    severity: 'info',
    blame: 'source',
    message: 'Unexpected `%actual`, expected %expected',
  },
  'statistics-documents': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected value `%actual`, expected %relation `%expected`',
  },
  'statistics-channels': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected value `%actual`, expected %relation `%expected`',
  },
  'statistics-leading-official': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected value `%actual`, expected %relation `%expected`',
  },
  'statistics-responses': {
    severity: 'info',
    blame: 'source',
    message: 'Unexpected value `%actual`, expected %relation `%expected`',
  },
  'statistics-cumulative': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected value `%actual`, expected %relation `%expected`',
  },
  'statistics-requests-channels': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected value `%actual`, expected `%expected`: difference %difference',
  },
  'statistics-completed': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected value `%actual`, expected `%expected`: difference %difference',
  },
  'statistics-answered': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected value `%actual`, expected `%expected`: difference %difference',
  },
  'statistics-denied': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected value `%actual`, expected `%expected`: difference %difference',
  },
  'statistics-completed-answered': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected value `%actual`, expected `%expected`: difference %difference',
  },
  'statistics-reconsideration': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected value `%actual`, expected `%expected`: difference %difference',
  },
  'statistics-litigation': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected value `%actual`, expected `%expected`: difference %difference',
  },
  'statistics-staff': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected value `%actual`, expected `%expected`: difference %difference',
  },
  'statistics-of-which': {
    severity: 'error',
    blame: 'source',
    message: 'Unexpected value `%actual`, expected `%expected`: difference %difference',
  },
  'statistics-money-unit': {
    severity: 'warning',
    blame: 'source',
    message: 'Unexpected amount `%actual` 万元, expected a figure in 万元: it looks like one in yuan',
  },
} as const satisfies Record<string, CatalogueEntry>

/** Any id of the catalogue. */
export type RuleId = keyof typeof diagnostics

/** Explanations of a failed sum, put into the `help` of its diagnostic; named by `values.explanation`. */
export const explanations = {
  'explain-culprit':
    'One cell explains it: `%culprit` instead of `%suggestion` satisfies all sums. Nothing was changed.',
  'explain-split': 'The digits `%culprit` joined to `%suggestion` satisfy the sum: a number may have been cut in two.',
  'explain-shift':
    'The row satisfies its sums when it is moved by one column (%suggestion): cells may have been shifted.',
  'explain-zero-total': 'The addends are printed, the total is printed as 0.',
  'explain-picture': 'A picture stands in its place: copy its figures into a table of text, or read them by OCR.',
  'explain-share-base': 'It is `%suggestion` % of `%culprit`.',
} as const satisfies Record<string, string>

/** Any id of an explanation. */
export type ExplanationId = keyof typeof explanations
