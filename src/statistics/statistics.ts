export { matchStatistics, type StatisticsMatch } from './family'
export { type StatisticsFigure, statisticsFigures } from './figures'
export { areColumnLetters, columnCovers, type StatisticsPanel, statisticsHeader, statisticsParts } from './header'
export { labelReader, type RowLabel } from './row-label'
