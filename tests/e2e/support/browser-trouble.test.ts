import { expect, test } from 'vitest'
import { startReason } from './browser-trouble'

test('a failed start is told in the words of the browser', () => {
  const message = `browserType.launch: Target page, context or browser has been closed
Browser logs:

<launching> /x/chromium --no-sandbox
<launched> pid=7
[pid=7][err] [1127/091824.295973:FATAL:content/zygote_host.cc:128] No usable sandbox!
[pid=7][err] another line`
  expect(startReason(message)).toBe('No usable sandbox!')
  expect(startReason('spawn /x/chromium EACCES\nCall log:')).toBe('spawn /x/chromium EACCES')
})
