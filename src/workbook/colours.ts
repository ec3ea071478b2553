/** The workbook's colours. Every pair of text on ground has a contrast of at least 4.5:1, and none of them carries a meaning alone. */
export const COLOURS = {
  heading: '#1f4e5f',
  headingText: '#ffffff',
  productHeading: '#4a4a4a',
  computed: '#eceff1',
  computedText: '#37474f',
  band: '#f5f9fa',
  plain: '#ffffff',
  good: '#dff2e1',
  goodText: '#1b5e20',
  warn: '#fff3cd',
  warnText: '#5d4300',
  bad: '#fde0dc',
  badText: '#8e1b10',
  quiet: '#e8eaf0',
  quietText: '#424a5e',
} as const;
