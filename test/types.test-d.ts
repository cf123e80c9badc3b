/** The hand-written public types equal what the schemas give, in both directions. Checked by `tsc` and by vitest. */
import { expectTypeOf, test } from 'vitest'
import type * as z from 'zod/mini'
import type * as schema from '../src/schema'
import type * as tree from '../src/tree'
import type * as types from '../src/types'

type Of<T extends z.ZodMiniType> = z.infer<T>

test('places', () => {
  expectTypeOf<types.Pointer>().toEqualTypeOf<Of<typeof schema.pointerSchema>>()
  expectTypeOf<types.Point>().toEqualTypeOf<Of<typeof schema.pointSchema>>()
  expectTypeOf<types.Position>().toEqualTypeOf<Of<typeof schema.positionSchema>>()
  expectTypeOf<types.Origin>().toEqualTypeOf<Of<typeof schema.originSchema>>()
  expectTypeOf<types.CellState>().toEqualTypeOf<Of<typeof schema.cellStateSchema>>()
  expectTypeOf<types.Evidence>().toEqualTypeOf<Of<typeof schema.evidenceSchema>>()
  expectTypeOf<types.Provenance>().toEqualTypeOf<Of<typeof schema.provenanceSchema>>()
})

test('literals', () => {
  expectTypeOf<types.Bound>().toEqualTypeOf<Of<typeof schema.boundSchema>>()
  expectTypeOf<types.Quantity>().toEqualTypeOf<Of<typeof schema.quantitySchema>>()
  expectTypeOf<types.Mention>().toEqualTypeOf<Of<typeof schema.mentionSchema>>()
  expectTypeOf<types.FoundQuantity>().toEqualTypeOf<Of<typeof schema.foundQuantitySchema>>()
  expectTypeOf<types.LiteralMode>().toEqualTypeOf<Of<typeof schema.literalModeSchema>>()
  expectTypeOf<types.LiteralOptions>().toEqualTypeOf<Of<typeof schema.literalOptionsSchema>>()
  expectTypeOf<types.Numeral>().toEqualTypeOf<Of<typeof schema.numeralSchema>>()
  expectTypeOf<types.Unit>().toEqualTypeOf<Of<typeof schema.unitSchema>>()
  expectTypeOf<types.Period>().toEqualTypeOf<Of<typeof schema.periodSchema>>()
})

test('statutory tables and appendices', () => {
  expectTypeOf<types.Count>().toEqualTypeOf<Of<typeof schema.countSchema>>()
  expectTypeOf<types.Documents>().toEqualTypeOf<Of<typeof schema.documentsSchema>>()
  expectTypeOf<types.Items>().toEqualTypeOf<Of<typeof schema.itemsSchema>>()
  expectTypeOf<types.Fees>().toEqualTypeOf<Of<typeof schema.feesSchema>>()
  expectTypeOf<types.Procurement>().toEqualTypeOf<Of<typeof schema.procurementSchema>>()
  expectTypeOf<types.Disclosure>().toEqualTypeOf<Of<typeof schema.disclosureSchema>>()
  expectTypeOf<types.Applicants>().toEqualTypeOf<Of<typeof schema.applicantsSchema>>()
  expectTypeOf<types.Requests>().toEqualTypeOf<Of<typeof schema.requestsSchema>>()
  expectTypeOf<types.Outcomes>().toEqualTypeOf<Of<typeof schema.outcomesSchema>>()
  expectTypeOf<types.Disputes>().toEqualTypeOf<Of<typeof schema.disputesSchema>>()
  expectTypeOf<types.AppendixRow>().toEqualTypeOf<Of<typeof schema.appendixRowSchema>>()
  expectTypeOf<types.Appendix>().toEqualTypeOf<Of<typeof schema.appendixSchema>>()
})

test('report', () => {
  expectTypeOf<types.IndicatorId>().toEqualTypeOf<Of<typeof schema.indicatorIdSchema>>()
  expectTypeOf<types.Indicator>().toEqualTypeOf<Of<typeof schema.indicatorSchema>>()
  expectTypeOf<types.SectionRole>().toEqualTypeOf<Of<typeof schema.sectionRoleSchema>>()
  expectTypeOf<types.Section>().toEqualTypeOf<Of<typeof schema.sectionSchema>>()
  expectTypeOf<types.Contact>().toEqualTypeOf<Of<typeof schema.contactSchema>>()
  expectTypeOf<types.Report>().toEqualTypeOf<Of<typeof schema.reportSchema>>()
})

test('findings', () => {
  expectTypeOf<types.Operand>().toEqualTypeOf<Of<typeof schema.operandSchema>>()
  expectTypeOf<types.CheckReason>().toEqualTypeOf<Of<typeof schema.checkReasonSchema>>()
  expectTypeOf<types.Check>().toEqualTypeOf<Of<typeof schema.checkSchema>>()
  expectTypeOf<types.Severity>().toEqualTypeOf<Of<typeof schema.severitySchema>>()
  expectTypeOf<types.Blame>().toEqualTypeOf<Of<typeof schema.blameSchema>>()
  expectTypeOf<types.Diagnostic>().toEqualTypeOf<Of<typeof schema.diagnosticSchema>>()
  expectTypeOf<types.Message>().toEqualTypeOf<Of<typeof schema.messageSchema>>()
  expectTypeOf<types.Messages>().toEqualTypeOf<Of<typeof schema.messagesSchema>>()
})

test('results', () => {
  expectTypeOf<types.Result>().toEqualTypeOf<Of<typeof schema.resultSchema>>()
  expectTypeOf<types.GridCell>().toEqualTypeOf<Of<typeof schema.gridCellSchema>>()
  expectTypeOf<types.Grid>().toEqualTypeOf<Of<typeof schema.gridSchema>>()
  expectTypeOf<types.FormResult>().toEqualTypeOf<Of<typeof schema.formResultSchema>>()
  expectTypeOf<types.Row>().toEqualTypeOf<Of<typeof schema.rowSchema>>()
  expectTypeOf<types.Change>().toEqualTypeOf<Of<typeof schema.changeSchema>>()
  expectTypeOf<types.Comparison>().toEqualTypeOf<Of<typeof schema.comparisonSchema>>()
})

test('tree', () => {
  expectTypeOf<tree.Text>().toEqualTypeOf<Of<typeof schema.textNodeSchema>>()
  expectTypeOf<tree.Paragraph>().toEqualTypeOf<Of<typeof schema.paragraphSchema>>()
  expectTypeOf<tree.Heading>().toEqualTypeOf<Of<typeof schema.headingSchema>>()
  expectTypeOf<tree.PageBreak>().toEqualTypeOf<Of<typeof schema.pageBreakSchema>>()
  expectTypeOf<tree.TableCell>().toEqualTypeOf<Of<typeof schema.tableCellSchema>>()
  expectTypeOf<tree.TableRow>().toEqualTypeOf<Of<typeof schema.tableRowSchema>>()
  expectTypeOf<tree.Table>().toEqualTypeOf<Of<typeof schema.tableSchema>>()
  expectTypeOf<tree.SectionNode>().toEqualTypeOf<Of<typeof schema.sectionNodeSchema>>()
  expectTypeOf<types.ReportTree>().toEqualTypeOf<Of<typeof schema.reportTreeSchema>>()
})

test('grammars', () => {
  expectTypeOf<types.Label>().toEqualTypeOf<Of<typeof schema.labelSchema>>()
  expectTypeOf<types.SectionRule>().toEqualTypeOf<Of<typeof schema.sectionRuleSchema>>()
  expectTypeOf<types.NumberingRule>().toEqualTypeOf<Of<typeof schema.numberingRuleSchema>>()
  expectTypeOf<types.AxisRule>().toEqualTypeOf<Of<typeof schema.axisRuleSchema>>()
  expectTypeOf<types.Constraint>().toEqualTypeOf<Of<typeof schema.constraintSchema>>()
  expectTypeOf<types.FormBlock>().toEqualTypeOf<Of<typeof schema.formBlockSchema>>()
  expectTypeOf<types.Form>().toEqualTypeOf<Of<typeof schema.formSchema>>()
  expectTypeOf<types.ProseRule>().toEqualTypeOf<Of<typeof schema.proseRuleSchema>>()
  expectTypeOf<types.Grammar>().toEqualTypeOf<Of<typeof schema.grammarSchema>>()
})

test('options', () => {
  expectTypeOf<types.Limits>().toEqualTypeOf<Of<typeof schema.limitsSchema>>()
  expectTypeOf<types.ParseOptions>().toEqualTypeOf<Of<typeof schema.parseOptionsSchema>>()
  expectTypeOf<types.FileOptions>().toEqualTypeOf<Of<typeof schema.fileOptionsSchema>>()
  expectTypeOf<types.TextItem>().toEqualTypeOf<Of<typeof schema.textItemSchema>>()
})
