import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API listens while the pages are developed: `npm start` in another terminal. */
const api = process.env.SAMANKER_URL ?? 'http://localhost:3000';

/** GraphiQL's styles bring fonts along as text, which our policy does not allow: the browser's own are used. */
const withoutFontsInText = {
  name: 'without-fonts-in-text',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('graphiql') && id.endsWith('.css')
      ? code.replace(/@font-face\s*\{[^}]*url\(['"]?data:[^}]*\}/g, '')
      : null,
};

export default defineConfig({
  plugins: [react(), withoutFontsInText],
  resolve: {
    alias: { 'react-style-singleton': fileURLToPath(new URL('src/explorer/style-singleton.ts', import.meta.url)) },
  },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    // The policy of the pages allows fonts and pictures as files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // GraphiQL is a page of its own: nobody else loads any of it.
    rollupOptions: { input: ['index.html', 'graphiql.html'] },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      [
        '/graphql',
        '/attachments',
        '/volumes',
        '/reports',
        '/decision-log',
        '/graphiql',
        '/development',
        '/health',
        '/log-in',
        '/log-out',
        '/log-out-everywhere',
        '/act-for',
      ].map((path) => [`^${path}(?:[/?]|$)`, api]),
    ),
  },
});
