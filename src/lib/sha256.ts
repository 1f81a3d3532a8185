/**
 * SHA-256 of a file's bytes, in hexadecimal. Not by crypto.subtle: browsers have that only on https and on this very
 * machine, and many offices open the product over plain http in their own network.
 */
export async function sha256Of(file: Blob): Promise<string> {
  const [{ sha256 }, { bytesToHex }] = await Promise.all([
    import('@noble/hashes/sha2.js'),
    import('@noble/hashes/utils.js'),
  ])
  const hash = sha256.create()
  const reader = file.stream().getReader()
  // Piece by piece, so that the page stays alive beside a large file.
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) hash.update(piece.value)
  return bytesToHex(hash.digest())
}
