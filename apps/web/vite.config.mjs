import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API listens while the pages are developed: `npm start` in another terminal. */
const api = process.env.SAMANKER_URL ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    // The policy of the pages allows fonts and pictures as files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(['/graphql', '/development', '/health'].map((path) => [path, api])),
  },
});
