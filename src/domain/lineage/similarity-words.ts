/** How similar two tasks are (0 to 1), in words. */
export function similarityInWords(similarity: number): string {
  if (similarity >= 0.7) return '很相似'
  return similarity >= 0.45 ? '较相似' : '有些相似'
}
