export { fromPdf } from './from-pdf/from-pdf'
export { fromPdfText } from './from-pdf/from-pdf-text'
