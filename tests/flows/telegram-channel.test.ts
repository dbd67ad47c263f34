import { channelContract } from '../contracts/channel-contract.ts'
import { telegramUnderTest } from '../fakes/telegram/under-test.ts'

channelContract('Telegram by webhook', () => telegramUnderTest('webhook'))
channelContract('Telegram by polling', () => telegramUnderTest('polling'))
