/** The launcher, the panel and what frames the conversation. Lengths in em grow with the citizen's own text size. */
export const FRAME_STYLES = `
:host {
  position: fixed;
  z-index: 2147483000;
  right: 0;
  bottom: 0;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Ubuntu, sans-serif, "Noto Color Emoji";
  line-height: 1.5;
  direction: ltr;
  color: var(--text);
  -webkit-text-size-adjust: 100%;
}
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
h2, p { margin: 0; }
button, textarea { font: inherit; color: inherit; margin: 0; }
button { cursor: pointer; border: 0; background: none; text-align: inherit; -webkit-tap-highlight-color: transparent; touch-action: manipulation; }
:focus { outline: none; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.icon { width: 1.5em; height: 1.5em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.icon-menu { stroke-width: 3; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.launcher-place { position: fixed; right: max(1.5em, env(safe-area-inset-right)); bottom: max(1.5em, env(safe-area-inset-bottom)); }
.launcher { position: relative; display: flex; align-items: center; gap: 0.625em; min-height: 3.5em; padding: 0.75em 1.375em 0.75em 1.125em; border-radius: 2em; background: var(--accent); color: var(--on-accent); font-weight: 600; box-shadow: var(--shadow); }
.launcher:hover { background: var(--accent-dark); }
.count { position: absolute; top: -0.5em; right: -0.25em; min-width: 1.75em; padding: 0.125em 0.5em; border-radius: 1em; background: var(--danger); color: var(--on-danger); font-size: 0.875em; text-align: center; border: 2px solid var(--ground); }

.panel { position: fixed; right: 1.5em; bottom: 1.5em; width: min(26em, calc(100vw - 3em)); height: min(44em, calc(100vh - 3em)); height: min(44em, calc(100dvh - 3em)); display: flex; flex-direction: column; background: var(--ground); border: 1px solid var(--line); border-radius: 1.25em; box-shadow: var(--shadow); overflow: hidden; animation: rise 160ms ease-out; }
@keyframes rise { from { opacity: 0; transform: translateY(0.75em); } }

.bar { position: relative; z-index: 1; display: flex; align-items: center; gap: 0.25em; padding: 0.75em 0.625em 0.75em 1.25em; border-bottom: 1px solid var(--line); }
.titles { flex: 1; min-width: 0; }
.titles h2 { font-size: 1.125em; font-weight: 650; line-height: 1.3; }
.subtitle { font-size: 0.875em; color: var(--muted); line-height: 1.35; }
.bar-button { display: grid; place-items: center; width: 2.75em; height: 2.75em; border-radius: 50%; color: var(--muted); }
.bar-button:hover, .bar-button[aria-expanded="true"] { background: var(--raised); color: var(--text); }

.menu-list { position: absolute; z-index: 2; top: calc(100% - 0.375em); right: 0.625em; width: max-content; max-width: calc(100% - 1.25em); padding: 0.375em; background: var(--ground); border: 1px solid var(--line); border-radius: 0.875em; box-shadow: var(--shadow); }
.menu-list button { display: block; width: 100%; min-height: 2.75em; padding: 0.625em 0.875em; border-radius: 0.625em; }
.menu-list button:hover { background: var(--raised); }
.menu-list .danger { color: var(--danger); border-top: 1px solid var(--line); border-radius: 0 0 0.625em 0.625em; margin-top: 0.25em; }

.banner { background: var(--warn); color: var(--on-warn); font-size: 0.9375em; line-height: 1.4; }
.banner[data-shown] { padding: 0.625em 1.25em; }

.ended { flex: 1; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 1.5em; padding: 2em; text-align: center; }
.main-button, .plain-button, .danger-button { min-height: 3em; padding: 0.625em 1.25em; border-radius: 0.875em; font-weight: 600; text-align: center; }
.main-button { background: var(--accent); color: var(--on-accent); }
.main-button:hover { background: var(--accent-dark); }
.plain-button { border: 1px solid var(--edge); }
.plain-button:hover { background: var(--raised); }
.danger-button { background: var(--danger); color: var(--on-danger); }

.farewell { width: min(25em, calc(100vw - 2em)); max-height: calc(100vh - 2em); overflow: auto; padding: 1.5em; border: 1px solid var(--line); border-radius: 1.25em; background: var(--ground); color: var(--text); box-shadow: var(--shadow); }
.farewell::backdrop { background: rgb(10 18 30 / 0.5); }
.farewell h2 { font-size: 1.25em; line-height: 1.3; margin-bottom: 0.625em; }
.farewell .fault { margin-top: 0.75em; }
.farewell-buttons { display: flex; flex-wrap: wrap; gap: 0.75em; margin-top: 1.5em; }
.farewell-buttons button { flex: 1 1 auto; }

@media (max-width: 560px), (max-height: 480px) {
  .panel { right: 0; left: 0; bottom: auto; top: var(--okno-top, 0); width: 100%; height: var(--okno-height, 100dvh); border: 0; border-radius: 0; box-shadow: none; }
  .launcher-place { right: max(1em, env(safe-area-inset-right)); bottom: max(1em, env(safe-area-inset-bottom)); }
}
@media (prefers-reduced-motion: reduce) {
  * { animation: none !important; transition: none !important; scroll-behavior: auto !important; }
}
@media print { :host { display: none; } }
`
