/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { oneLanguage, placeOf } from './scripts/one-language.mjs';

export default defineConfig({
	// Runes everywhere, also where a component uses none: else the old mode's code travels along.
	plugins: [svelte({ compilerOptions: { runes: true, discloseVersion: false } }), oneLanguage()],
	resolve: {
		// Else Svelte takes what runs in Node for a server, which has no signals.
		...(process.env['VITEST'] ? { conditions: ['browser'] } : {}),
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
		rolldownOptions: {
			output: {
				chunkFileNames: placeOf,
				codeSplitting: {
					// What several sections share comes in one file, and so does what goes on at a table: a
					// dozen crumbs, each packed by itself, are larger.
					includeDependenciesRecursively: false,
					minShareCount: 2,
					groups: [
						{
							name: 'sections',
							test: /src\/(section|listing|finding|frame|diagnosis|challenges|proposals)\//,
						},
						{ name: 'going', test: /src\/(at-hand|rounds|votes)\// },
					],
				},
			},
		},
	},
	test: {
		environment: 'node',
		include: ['src/**/*.test.ts'],
		setupFiles: ['src/i18n/every-word.test-support.ts'],
	},
});
