"""The look: design tokens, the page all pages are built on, components and charts."""
