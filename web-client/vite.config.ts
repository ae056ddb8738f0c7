/// <reference types="vitest/config" />
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [svelte()],
	build: { outDir: 'dist', target: 'es2022', assetsInlineLimit: 0 },
	test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
