import { describe, expect, it } from '@jest/globals'
import { exampleContent } from '../../tests/example-content.ts'
import { createAsksForHuman } from './human-ask.ts'

const asks = createAsksForHuman(exampleContent().lexicon)

const ASKS = `
оператор
ОПЕРАТОР!!!
оператора, пожалуйста
позовите оператора
Позовите, пожалуйста, оператора!
соедините меня, пожалуйста, с оператором
переключите на оператора
соедините с сотрудником
Соедините со специалистом по субсидиям
переведите меня на консультанта
прошу соединить меня с консультантом
хочу поговорить с живым человеком
мне нужен специалист
нужен живой оператор
оператор нужен
с человеком поговорить бы
мне бы с кем-нибудь живым поговорить
можно оператора?
Можно поговорить с человеком?
как связаться с оператором
нужна помощь оператора
надо оператора
пусть мне ответит человек
живого человека
дайте нормального человека
хватит робота, дайте человека
есть там кто живой?
есть тут люди?
люди, ау
где же оператор?
не хочу разговаривать с роботом
я не хочу говорить с роботом, хочу с человеком
Не получается войти. Оператора!
Здравствуйте, соедините с оператором
давайте лучше с человеком
переведи ты меня наконец на живого сотрудника
не могли бы вы позвать оператора
дайте уже оператора сколько можно ждать
позавите апиратора
соедените с оператром
пазовите опиратора
ещё раз: позовите живОго человека
jgthfnjh
gjpjdbnt jgthfnjhf
щзукфещк
pozovite operatora
operator please
human
agent
real person please
let me talk to a real person
I want to speak to a human
can I talk to someone please
connect me with an operator
put me through to a person
I need a human being
get me an operator
is there a human there?
I don't want to talk to a bot
operator needed
`

const ASKS_NOT = `
часы работы операторов
телефон оператора
дайте телефон оператора
дайте номер оператора
сколько ждать оператора
сколько стоит разговор с оператором
во сколько можно связаться с оператором
когда можно поговорить с оператором
на каких языках можно говорить с оператором
как работают операторы
операторы работают в праздники?
человек потерял паспорт
человек хочет получить паспорт
справка для человека с инвалидностью
нужна справка человеку с инвалидностью
нужно ли человеку приходить лично
дайте человеку закончить
не надо оператора
оператор не нужен
не хочу говорить с оператором
без оператора
вы человек?
ты живой?
ты оператор?
вы робот или человек
я говорю с живым человеком?
хочу пожаловаться на оператора
хочу работать оператором
оператор нахамил
оператор бросил трубку
спасибо оператору
третий день не могу дозвониться до оператора
мой оператор связи билайн
нужен оператор связи МТС?
сотовый оператор МТС, код не приходит
В связи со сменой договора с оператором прошу сменить номер
можно ли живой очередью
запись в живую очередь
я сотрудник МВД, нужна справка
я сотрудник, хочу справку
специалист сказал принести справку
код не приходит
хочу получить паспорт
здравствуйте
2
are you a human?
are you a real person or a bot
operator hours
what is the operator phone number
how long do I wait for an operator
how much does it cost to call an operator
do your operators speak English?
I don't need an operator
I do not want to talk to a human
no operator please
can a person with disabilities get a subsidy
lost person passport
human rights
`

const lines = (table: string) => table.split('\n').filter((line) => line !== '')

describe('asking for a human', () => {
  it.each(lines(ASKS))('is heard in «%s»', (text) => {
    expect(asks(text)).toBe(true)
  })

  it.each(lines(ASKS_NOT))('is not heard in «%s»', (text) => {
    expect(asks(text)).toBe(false)
  })

  it('bears any text', () => {
    for (const text of ['', ' ', '\u0000', '\ud800', 'я'.repeat(100_000), 'с '.repeat(50_000), '__proto__']) {
      expect(asks(text)).toBe(false)
    }
  })
})
