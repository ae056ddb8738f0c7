/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { compactMessages } from './scripts/compact-messages.mjs';

export default defineConfig({
	// Runes everywhere, also where a component uses none: else the old mode's code travels along.
	plugins: [
		svelte({ compilerOptions: { runes: true, discloseVersion: false } }),
		compactMessages(),
	],
	resolve: {
		alias: {
			// `quill-delta` compares and copies JSON with them: ten times as much script as that takes.
			'lodash.clonedeep': fileURLToPath(new URL('src/text/json/copy.cjs', import.meta.url)),
			'lodash.isequal': fileURLToPath(new URL('src/text/json/equal.cjs', import.meta.url)),
		},
	},
	build: {
		outDir: 'dist',
		target: 'es2022',
		assetsInlineLimit: 0,
		// Without it a browser that does not know `modulepreload` fetches a little later, and all the same.
		modulePreload: { polyfill: false },
	},
	// Else Svelte takes what runs in Node for a server, which has no signals.
	...(process.env['VITEST'] ? { resolve: { conditions: ['browser'] } } : {}),
	test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
