export { fromDocx } from './from-docx/from-docx'
