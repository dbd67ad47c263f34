/** How a call may go wrong. `before` it took effect, or `after`: the caller cannot tell which. */
export type Fault =
  /** A proper refusal of the Bot API; `retryAfter` in seconds. */
  | {
      readonly kind: 'refuse'
      readonly code: number
      readonly description?: string
      readonly retryAfter?: number
    }
  /** No answer, and the connection stays open. */
  | { readonly kind: 'hang'; readonly when: When }
  /** The connection is cut. */
  | { readonly kind: 'reset'; readonly when: When }
  /** The page of a proxy in between, 502 or what is said; it may send the caller elsewhere. */
  | { readonly kind: 'html'; readonly when: When; readonly status?: number; readonly location?: string }
  /** Half an answer, and then the connection is cut. */
  | { readonly kind: 'truncated'; readonly when: When }
  /** 200, JSON by its own word, and none. */
  | { readonly kind: 'garbage'; readonly when: When }
  /** A proper answer, late. */
  | { readonly kind: 'slow'; readonly ms: number }

type When = 'before' | 'after'

/** Which calls it befalls: the next `times` ones (1), or each with a `probability`. */
export interface FaultOrder {
  /** `sendMessage`, or `*` for every method. */
  readonly method: string
  readonly fault: Fault
  readonly times?: number
  readonly probability?: number
}

export interface Faults {
  order(...orders: readonly FaultOrder[]): void
  clear(): void
  /** What befalls this call. */
  next(method: string): Fault | undefined
}

export function createFaults(random: () => number): Faults {
  let orders: { readonly order: FaultOrder; left: number }[] = []
  return {
    order(...more) {
      for (const order of more) orders.push({ order, left: order.times ?? 1 })
    },
    clear() {
      orders = []
    },
    next(method) {
      const hit = orders.find(({ order }) => {
        if (order.method !== '*' && order.method !== method) return false
        return order.probability === undefined || random() < order.probability
      })
      if (hit === undefined) return undefined
      if (hit.order.probability === undefined && --hit.left === 0) {
        orders = orders.filter((order) => order !== hit)
      }
      return hit.order.fault
    },
  }
}
