// Folds histories as the page does, for tests that compare it with the server's fold.
// A line in is {"state"?, "commits"}: from that state on, or from the beginning; a line out is the
// state after the last of them.
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const config = { configFile: false, logLevel: 'error' };
const source = (path) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));
const { module: fold } = await runnerImport(source('table/fold.ts'), config);
const { module: empty } = await runnerImport(source('table/fold/empty.ts'), config);

for await (const line of createInterface({ input: process.stdin })) {
	const { state = empty.EMPTY_TABLE, commits } = JSON.parse(line);
	process.stdout.write(JSON.stringify(commits.reduce(fold.after, state)) + '\n');
}
