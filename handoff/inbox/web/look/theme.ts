import {
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  Modal,
  Tooltip,
} from '@mantine/core'

const blue: MantineColorsTuple = [
  '#edf5fd',
  '#d8e7f6',
  '#aecdec',
  '#81b2e2',
  '#5c9bd9',
  '#448dd5',
  '#3583cf',
  '#1f66ad',
  '#1a5a9a',
  '#0d4880',
]

const slate: MantineColorsTuple = [
  '#e4e9ee',
  '#c6cfd8',
  '#a3afbb',
  '#7d8a96',
  '#46515c',
  '#38424c',
  '#2b333b',
  '#1c2228',
  '#14191e',
  '#0e1216',
]

export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: 7,
  colors: { blue, dark: slate },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Consolas, "Liberation Mono", monospace',
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // The page itself never scrolls, so there is nothing to lock: and the lock's style element knows no nonce.
    Modal: Modal.extend({
      defaultProps: { lockScroll: false, centered: true, radius: 'lg' },
      styles: { title: { fontWeight: 650, fontSize: '1.0625rem' } },
    }),
    Drawer: Drawer.extend({
      defaultProps: { lockScroll: false },
      styles: { title: { fontWeight: 650 }, body: { padding: 0 } },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true } }),
  },
})

/** Mantine's greys for secondary text are too pale to read by WCAG. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#18212a',
    '--mantine-color-dimmed': '#55616d',
    '--mantine-color-placeholder': '#66727e',
    '--mantine-color-default-border': '#cfd6dd',
    '--mantine-color-error': '#b3261e',
  },
  dark: {
    '--mantine-color-text': '#e4e9ee',
    '--mantine-color-dimmed': '#a3afbb',
    '--mantine-color-placeholder': '#8d99a5',
    '--mantine-color-anchor': '#81b2e2',
    '--mantine-color-error': '#ff8f87',
  },
})
