export { fromText } from './from-text/from-text'
