// Stops the build where the message compiler printed success and wrote nothing, or where a language misses a message.
import { existsSync, readFileSync } from 'node:fs';

const { baseLocale, locales } = JSON.parse(readFileSync('project.inlang/settings.json', 'utf8'));
const keys = (locale) =>
	Object.keys(JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8'))).sort();
const expected = keys(baseLocale);
const faults = [];
for (const locale of locales) {
	const found = keys(locale);
	for (const key of expected) if (!found.includes(key)) faults.push(`${locale} lacks ${key}`);
	for (const key of found) if (!expected.includes(key)) faults.push(`${locale} alone has ${key}`);
}
const compiled = 'src/i18n/generated/messages';
if (!existsSync(`${compiled}.js`)) faults.push('no message was compiled');
else {
	const { m } = await import(new URL(`../${compiled}.js`, import.meta.url));
	for (const key of expected)
		if (typeof m[key] !== 'function') faults.push(`${key} was not compiled`);
}
if (faults.length > 0) {
	console.error(faults.join('\n'));
	process.exit(1);
}
