/** Text on its ground has a contrast of 4.5 or more, borders of controls 3 or more, light and dark. */
export const COLOURS = `
:host {
  all: initial;
  color-scheme: light dark;
  --ground: #ffffff;
  --raised: #f2f5f9;
  --line: #dde4ec;
  --edge: #7d8a9a;
  --text: #18212d;
  --muted: #536173;
  --accent: #1b5bbd;
  --accent-dark: #154a9c;
  --on-accent: #ffffff;
  --own: #dfebfc;
  --notice: #e6f4ea;
  --notice-edge: #8fc3a1;
  --warn: #fff3d6;
  --on-warn: #5c4100;
  --danger: #b3261e;
  --on-danger: #ffffff;
  --shadow: 0 1px 2px rgb(16 28 45 / 0.08), 0 12px 40px rgb(16 28 45 / 0.22);
}
@media (prefers-color-scheme: dark) {
  :host {
    --ground: #151b23;
    --raised: #222b36;
    --line: #323d4b;
    --edge: #8291a3;
    --text: #e9eef5;
    --muted: #a9b6c5;
    --accent: #8fbaff;
    --accent-dark: #b3d0ff;
    --on-accent: #0b1626;
    --own: #24426d;
    --notice: #1d3527;
    --notice-edge: #3d6e50;
    --warn: #40340f;
    --on-warn: #ffe2a0;
    --danger: #ffb4ab;
    --on-danger: #450a06;
    --shadow: 0 1px 2px rgb(0 0 0 / 0.5), 0 12px 40px rgb(0 0 0 / 0.6);
  }
}
`
