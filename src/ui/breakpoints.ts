/**
 * The widths in pixels up to which a page is laid out otherwise; style sheets use the same numbers and no others. A
 * phone has one column; on a narrow page what stands side by side comes one after the other; on a tight one, such as an
 * old screen of 1024, tables go without their secondary columns.
 */
export const breakpoints = { phone: 640, narrow: 900, tight: 1100 } as const
