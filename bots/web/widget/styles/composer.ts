/** Where the citizen writes. Never under 16 px, or phones zoom into it. */
export const COMPOSER_STYLES = `
.composer { padding: 0.75em 1.25em max(0.875em, env(safe-area-inset-bottom)); border-top: 1px solid var(--line); }
.composer label { display: block; margin-bottom: 0.375em; font-size: 0.875em; color: var(--muted); }
.write { display: flex; align-items: flex-end; gap: 0.5em; }
.write textarea { flex: 1; min-width: 0; min-height: 3em; max-height: min(9.5em, 30vh); padding: 0.6875em 0.875em; border: 1px solid var(--edge); border-radius: 0.875em; background: var(--ground); font-size: max(1em, 16px); line-height: 1.5; resize: none; overflow-y: auto; }
.write textarea:focus-visible { outline-offset: 0; border-color: var(--accent); }
.send { flex: none; display: grid; place-items: center; width: 3em; height: 3em; border-radius: 50%; background: var(--accent); color: var(--on-accent); }
.send:hover { background: var(--accent-dark); }
.fault { color: var(--danger); font-size: 0.9375em; }
.hint { margin-top: 0.375em; font-size: 0.8125em; color: var(--muted); }
@media (pointer: coarse), (max-width: 560px), (max-height: 480px) { .hint { display: none; } }
@media (max-height: 480px) { .composer label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } }
`
