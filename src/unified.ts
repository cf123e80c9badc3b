export { rehypeReport } from './unified/rehype-report'
export { remarkReport } from './unified/remark-report'
export { reportCompile } from './unified/report-compile'
export { reportParse } from './unified/report-parse'
