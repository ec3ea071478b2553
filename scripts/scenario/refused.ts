/** What a person would be refused, or would not find in the workbook; it stops nothing else. */
export class Refused extends Error {}
