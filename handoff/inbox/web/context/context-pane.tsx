import { useDialogue } from '../dialogue/use-dialogue.ts'
import { useWords } from '../words/use-words.ts'
import { BotThoughts } from './bot-thoughts.tsx'
import classes from './context.module.css'
import { EarlierTickets } from './earlier-tickets.tsx'
import { TicketFacts } from './ticket-facts.tsx'

/** What one should know before one answers: who, what about, and what the bot made of it. */
export function ContextPane({ id }: { readonly id: number }) {
  const { context } = useWords()
  const { data: dialogue } = useDialogue(id)
  return (
    <aside className={classes['pane']} aria-label={context.label}>
      {dialogue !== undefined && (
        <>
          <TicketFacts ticket={dialogue.ticket} />
          <BotThoughts turns={dialogue.turns} />
          <EarlierTickets earlier={dialogue.earlier} />
        </>
      )}
    </aside>
  )
}
