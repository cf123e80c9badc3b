export { matchStatistics, type StatisticsMatch } from './match-statistics'
export { labelReader, type RowLabel } from './row-label'
export { type StatisticsFigure, statisticsFigures } from './statistics-figures'
export { columnCovers, type StatisticsPanel, statisticsHeader, statisticsParts } from './statistics-header'
