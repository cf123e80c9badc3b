export { matchStatistics, type StatisticsMatch, yearColumn } from './family'
export { columnCovers, type StatisticsHeader, type StatisticsPanel, statisticsHeader } from './header'
export { labelReader, type RowLabel } from './row-label'
