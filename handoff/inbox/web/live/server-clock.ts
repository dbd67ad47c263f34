/** The server's time, as far as this computer can tell: its own clock may be wrong by hours. */
let ahead = 0

export const serverClock = {
  now: (): number => Date.now() + ahead,
  set(now: number): void {
    ahead = now - Date.now()
  },
}
