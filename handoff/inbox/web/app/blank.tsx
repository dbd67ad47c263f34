import type { ReactNode } from 'react'
import classes from './app.module.css'

interface BlankProps {
  readonly icon: ReactNode
  readonly title: string
  readonly children?: ReactNode
  readonly role?: 'alert'
}

/** A place with nothing in it, which says why. */
export function Blank({ icon, title, children, role }: BlankProps) {
  return (
    <div className={classes['blank']} role={role}>
      <span className={classes['blankIcon']}>{icon}</span>
      <p className={classes['blankTitle']}>{title}</p>
      {children}
    </div>
  )
}
