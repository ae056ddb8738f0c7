/** Tests speak any language at any time. */
import { locales } from './generated/runtime.js';
import { learn, needTable } from './words';

needTable();
await Promise.all(locales.map(learn));
