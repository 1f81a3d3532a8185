import { describe, expect, it } from 'vitest'
import { formatListNumber } from './format-list-number'

describe('formatListNumber', () => {
  it.each([
    ['decimal', [1, 10, 101], ['1', '10', '101']],
    ['decimalZero', [3, 12], ['03', '12']],
    ['decimalFullWidth', [12], ['１２']],
    ['chineseCounting', [1, 10, 11, 20, 35], ['一', '十', '十一', '二十', '三十五']],
    ['chineseCountingThousand', [100, 101, 110, 111, 2005], ['一百', '一百零一', '一百一十', '一百一十一', '二千零五']],
    ['japaneseCounting', [10, 21], ['十', '二十一']],
    ['taiwaneseCountingThousand', [15], ['十五']],
    ['ideographDigital', [1, 10, 21], ['一', '一〇', '二一']],
    ['chineseLegalSimplified', [3, 12], ['叁', '壹拾贰']],
    ['ideographTraditional', [1, 10, 11], ['甲', '癸', '甲']],
    ['ideographZodiac', [1, 12], ['子', '亥']],
    ['decimalEnclosedCircle', [1, 20, 21, 35, 36, 50, 51], ['①', '⑳', '㉑', '㉟', '㊱', '㊿', '51']],
    ['decimalEnclosedParen', [3], ['⑶']],
    ['decimalEnclosedFullstop', [3], ['⒊']],
    ['ideographEnclosedCircle', [2], ['㊁']],
    ['upperRoman', [4, 19], ['IV', 'XIX']],
    ['lowerLetter', [1, 26, 27], ['a', 'z', 'aa']],
    ['ordinal', [1, 12, 22], ['1st', '12th', '22nd']],
    ['none', [5], ['']],
    ['unheardOf', [5], ['5']],
  ])('writes %s', (format, values, written) => {
    expect(values.map((value) => formatListNumber(value, format))).toEqual(written)
  })

  it('pads by a custom pattern', () => {
    expect(formatListNumber(7, 'custom', '001, 002, 003, ...')).toBe('007')
  })
})
