// Packs the built client once, as tightly as can be: the server sends what stands beside a file, and packs only what is not there.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const packable = /\.(?:js|css|html|svg)$/;
for (const entry of readdirSync('dist', { recursive: true })) {
	if (!packable.test(entry)) continue;
	const file = `dist/${entry}`;
	const plain = readFileSync(file);
	const best = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } };
	writeFileSync(`${file}.br`, brotliCompressSync(plain, best));
	writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
}
