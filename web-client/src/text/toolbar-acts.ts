import { toggleFormat } from './formats';
import type { Editing } from './keys';
import { toggleLines } from './lines';

/** What a person can turn on and off at the caret or over what is selected. */
export type ToolbarAct = 'bold' | 'italic' | 'bullet' | 'ordered' | 'quote' | 'header2' | 'header3';

export function toggling(act: ToolbarAct): Editing {
	return (delta, range) => {
		switch (act) {
			case 'bold':
			case 'italic':
				return toggleFormat(delta, range, act);
			case 'bullet':
			case 'ordered':
				return toggleLines(delta, range, { type: 'list', list: act, indent: 0 });
			case 'quote':
				return toggleLines(delta, range, { type: 'quote' });
			case 'header2':
			case 'header3': {
				const level = act === 'header2' ? 2 : 3;
				return toggleLines(delta, range, { type: 'header', level });
			}
			default:
				return act satisfies never;
		}
	};
}
