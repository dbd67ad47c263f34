/** The conversation itself. A citizen's text stays within its bubble, whichever way its letters run. */
export const BUBBLE_STYLES = `
.log-place { position: relative; flex: 1; min-height: 0; display: flex; }
.log { position: relative; flex: 1; min-width: 0; overflow-y: auto; overscroll-behavior: contain; padding: 1em 1.25em 1.25em; display: flex; flex-direction: column; scrollbar-width: thin; }
.log:focus-visible { outline-offset: -3px; }
.log > :first-child { margin-top: auto; }

.day { align-self: center; margin: 0.5em 0; font-size: 0.875em; color: var(--muted); }
.bubble { max-width: 88%; margin-top: 1em; align-self: flex-start; }
.bubble.follows { margin-top: 0.5em; }
.bubble[data-author="citizen"] { align-self: flex-end; display: flex; flex-direction: column; align-items: flex-end; }
.who { display: block; margin: 0 0 0.25em 0.25em; font-size: 0.875em; color: var(--muted); }
.follows > .who, [data-author="citizen"] > .who { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.text { padding: 0.75em 1em; border-radius: 1.125em; border-bottom-left-radius: 0.375em; background: var(--raised); white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
[data-author="citizen"] > .text { background: var(--own); border-radius: 1.125em; border-bottom-right-radius: 0.375em; unicode-bidi: plaintext; text-align: start; }
[data-author="notice"] > .text { background: var(--notice); box-shadow: inset 0 0 0 1px var(--notice-edge); }
[data-author="operator"] > .text { box-shadow: inset 0 0 0 1px var(--accent); }
[data-author="operator"] > .who { color: var(--accent); font-weight: 600; }
[data-sending="sending"] > .text, [data-sending="failing"] > .text { opacity: 0.75; }
.text a { color: var(--accent); text-decoration: underline; text-underline-offset: 0.15em; }
.text strong { font-weight: 650; }

.meta { display: flex; align-items: center; justify-content: flex-end; gap: 0.375em; margin: 0.25em 0.25em 0; font-size: 0.8125em; color: var(--muted); }
[data-author="bot"] > .meta, [data-author="notice"] > .meta, [data-author="operator"] > .meta { justify-content: flex-start; }
.mark { display: flex; }
.mark .icon { width: 1.125em; height: 1.125em; }
[data-sending="refused"] .state { color: var(--danger); }

.choices { display: flex; flex-wrap: wrap; gap: 0.5em; margin-top: 0.5em; }
.choice { max-width: 100%; min-height: 2.75em; padding: 0.5em 1em; border: 1px solid var(--line); border-radius: 1.375em; background: var(--ground); color: var(--muted); overflow-wrap: anywhere; line-height: 1.35; }
.choice:hover { background: var(--raised); color: var(--text); }
.fresh .choice { border-color: var(--accent); color: var(--accent); font-weight: 500; }
.fresh .choice:hover { background: var(--accent); color: var(--on-accent); }

.newer { position: absolute; left: 50%; bottom: 0.75em; transform: translateX(-50%); display: flex; align-items: center; gap: 0.375em; min-height: 2.75em; padding: 0.375em 1em; border-radius: 1.375em; background: var(--accent); color: var(--on-accent); box-shadow: var(--shadow); white-space: nowrap; }
`
