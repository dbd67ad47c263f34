import { channelContract } from '../contracts/channel-contract.ts'
import { telegramUnderTest } from '../fakes/telegram/under-test.ts'

channelContract({
  name: 'Telegram by webhook',
  door: 'webhook',
  lacks: ['keys'],
  start: () => telegramUnderTest('webhook'),
})
channelContract({
  name: 'Telegram by polling',
  door: 'polled',
  lacks: ['keys'],
  start: () => telegramUnderTest('polling'),
})
