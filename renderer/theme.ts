import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

// Shade 7 carries white text at 5.9:1; shade 0 under shade 8 text keeps 7:1 (WCAG 2.2 AA asks 4.5:1).
const teal: MantineColorsTuple = [
  '#e9f5f4',
  '#d3e9e7',
  '#a5d3cf',
  '#73bbb6',
  '#4aa6a1',
  '#2c938e',
  '#14807c',
  '#0b6e6e',
  '#085a5a',
  '#054646',
];

const amber: MantineColorsTuple = [
  '#fdf3dd',
  '#f9e6bd',
  '#f3d088',
  '#ecbb55',
  '#e3a62f',
  '#c98a14',
  '#a66f08',
  '#845700',
  '#6b4600',
  '#523500',
];

const brick: MantineColorsTuple = [
  '#fdeeec',
  '#fadad6',
  '#f3b2aa',
  '#ea877b',
  '#e06253',
  '#cf4434',
  '#b93122',
  '#a5271a',
  '#861d12',
  '#66140b',
];

export const theme = createTheme({
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  headings: { fontFamily: '"Inter Variable", system-ui, sans-serif', fontWeight: '650' },
  colors: { teal, amber, brick },
  primaryColor: 'teal',
  primaryShade: 7,
  white: '#ffffff',
  black: '#16202a',
  defaultRadius: 'md',
  radius: { md: '10px' },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'md' } },
    ActionIcon: { defaultProps: { size: 44, variant: 'subtle' } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 2 } },
    Select: { defaultProps: { size: 'md' } },
    Autocomplete: { defaultProps: { size: 'md' } },
    MultiSelect: { defaultProps: { size: 'md' } },
    TagsInput: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    FileInput: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    // The page itself never scrolls; locking it would need an inline style, which the CSP refuses
    Modal: { defaultProps: { centered: true, lockScroll: false, overlayProps: { backgroundOpacity: 0.45 } } },
    Drawer: { defaultProps: { lockScroll: false } },
    Menu: { defaultProps: { shadow: 'md' } },
  },
});

/** Mantine's own dimmed, placeholder and error colours miss 4.5:1 on white. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#54616d',
    '--mantine-color-placeholder': '#67737f',
    '--mantine-color-error': '#a5271a',
    '--mantine-color-default-border': '#8a949e',
    '--mantine-color-disabled-color': '#5f6b76',
    '--mantine-color-anchor': '#085a5a',
  },
  dark: {},
});
