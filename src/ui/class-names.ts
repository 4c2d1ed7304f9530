/** Joins the class names that are there: `classes('a', open && 'a--open')`. */
export const classes = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
