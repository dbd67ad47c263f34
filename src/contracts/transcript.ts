/** Who a line of the transcript is by; a note is seen by operators only. */
export type MessageAuthor = 'citizen' | 'bot' | 'notice' | 'operator' | 'note'
