import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// Rooms of the client, in the order of the house: a room imports only rooms before it, and features
// (the last line) never import each other.
const below = [
	'i18n',
	'look',
	'wire',
	'text',
	'table',
	'people',
	'finding',
	'writing',
	'section',
	'listing',
	'at-hand',
];
const features = [
	'challenges',
	'diagnosis',
	'frame',
	'proposals',
	'rounds',
	'home',
	'join',
	'table-page',
	'talk',
	'votes',
];

const closed = (rooms) => ({
	'no-restricted-imports': [
		'error',
		{
			patterns: rooms.map((room) => ({
				group: [`**/${room}/*`],
				message: `This room may not import ${room}/ (see the map in README.md).`,
			})),
		},
	],
});

const rooms = [
	...below.map((room, at) => ({
		files: [`src/${room}/**`],
		rules: closed([...below.slice(at + 1), ...features]),
	})),
	...features.map((room) => ({
		files: [`src/${room}/**`],
		rules: closed(features.filter((other) => other !== room)),
	})),
];

export default ts.config(
	{ ignores: ['dist', 'node_modules', 'src/i18n/generated'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{ languageOptions: { globals: { ...globals.browser, ...globals.node } } },
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
	},
	{
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
			'no-undef': 'off',
			// Newer than what phones still in use can do; tsconfig's `lib` keeps out the rest.
			'no-restricted-properties': ['error', { object: 'URL', property: 'canParse' }],
		},
	},
	...rooms,
);
