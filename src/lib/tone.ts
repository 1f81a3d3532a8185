/** How strongly a word should be seen; the theme gives each its colour. */
export type Tone = 'neutral' | 'accent' | 'good' | 'warning' | 'bad'
