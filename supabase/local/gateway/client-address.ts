import { isIPv4, isIPv6 } from 'node:net'

const LONGEST = 64

/**
 * The network that an address stands for when attempts are counted: an IPv4 address, or the first half of an IPv6 one, as
 * one line is given all addresses of such a half.
 */
export function networkOf(address: string): string {
  const bare = withoutPort(address.trim())
  if (isIPv4(bare)) return bare
  if (!isIPv6(bare)) return bare.slice(0, LONGEST)
  const groups = groupsOf(bare.toLowerCase().split('%')[0] ?? '')
  if (groups.slice(0, 5).every((each) => each === 0) && groups[5] === 0xffff) {
    return [groups[6], groups[7]].flatMap((each = 0) => [each >> 8, each & 255]).join('.')
  }
  return `${groups
    .slice(0, 4)
    .map((each) => each.toString(16))
    .join(':')}::/64`
}

/** Proxies write an address with its port in several ways. */
function withoutPort(address: string): string {
  const inBrackets = /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1]
  if (inBrackets !== undefined) return inBrackets
  return /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address)?.[1] ?? address
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [before = '', after] = address.split('::')
  const head = numbersOf(before)
  if (after === undefined) return head
  const tail = numbersOf(after)
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail]
}

/** The last 32 bits may be written as an IPv4 address. */
function numbersOf(text: string): number[] {
  return text
    .split(':')
    .filter((each) => each !== '')
    .flatMap((each) => {
      if (!each.includes('.')) return [Number.parseInt(each, 16)]
      const [a = 0, b = 0, c = 0, d = 0] = each.split('.').map(Number)
      return [(a << 8) | b, (c << 8) | d]
    })
}
