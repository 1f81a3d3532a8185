import { describe, expect, it } from 'vitest'
import { readSignInReason, safeReturnPath, signInAddress } from './return-address'

describe('return address', () => {
  it.each([
    '//evil.example/x',
    'https://evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '',
    null,
    '/sign-in?return=/x',
  ])('never leads away from the site: %s', (path) => {
    expect(safeReturnPath(path)).toBe('/')
  })
  it('keeps the filters and the place on the page', () => {
    expect(safeReturnPath('/tasks?signal=red#top')).toBe('/tasks?signal=red#top')
  })
  it('travels to the sign-in page with the reason', () => {
    expect(signInAddress('/tasks?signal=red', 'expired')).toBe('/sign-in?return=%2Ftasks%3Fsignal%3Dred&why=expired')
    expect(signInAddress('/')).toBe('/sign-in')
  })
  it('knows only its own reasons', () => {
    expect(readSignInReason('expired')).toBe('expired')
    expect(readSignInReason('<b>')).toBeNull()
  })
})
