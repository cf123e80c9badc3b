/** Numbers of the parts of a report, from the first. */
export const partNumbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
