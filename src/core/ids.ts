/** A value that was checked to be one kind of id; the brand exists at compile time only. */
type Branded<Value, Kind extends string> = Value & { readonly __brand: Kind }

export type ConversationId = Branded<number, 'conversation'>
export type InboxId = Branded<number, 'inbox'>
export type OutboxId = Branded<number, 'outbox'>
export type TicketId = Branded<number, 'ticket'>

/** What a citizen is told and may read out on the phone: digits in groups, the last one checks the others. */
export type TicketNumber = Branded<string, 'ticket-number'>
/** An instance of a messenger, `telegram`, `web`; core knows no messenger by name. */
export type ChannelName = Branded<string, 'channel'>
/** A topic of the FAQ, `contacts.phone`. */
export type TopicId = Branded<string, 'topic'>
/** An intent that is no topic: small talk and commands, `talk.greeting`. */
export type IntentId = Branded<string, 'intent'>
export type TeamName = Branded<string, 'team'>
export type OperatorId = Branded<string, 'operator'>
/** What a pressed button carries: ASCII, at most 64 bytes, the smallest limit among the messengers. */
export type ChoiceId = Branded<string, 'choice'>

export const conversationId = (raw: number): ConversationId => raw as ConversationId
export const inboxId = (raw: number): InboxId => raw as InboxId
export const outboxId = (raw: number): OutboxId => raw as OutboxId
export const ticketId = (raw: number): TicketId => raw as TicketId
export const ticketNumber = (raw: string): TicketNumber => raw as TicketNumber
export const channelName = (raw: string): ChannelName => raw as ChannelName
export const topicId = (raw: string): TopicId => raw as TopicId
export const intentId = (raw: string): IntentId => raw as IntentId
export const teamName = (raw: string): TeamName => raw as TeamName
export const operatorId = (raw: string): OperatorId => raw as OperatorId
export const choiceId = (raw: string): ChoiceId => raw as ChoiceId
