export { matchStatistics, type StatisticsMatch, yearColumn } from './family'
export { type StatisticsFigure, statisticsFigures } from './figures'
export { columnCovers, type StatisticsHeader, type StatisticsPanel, statisticsHeader } from './header'
export { labelReader, type RowLabel } from './row-label'
