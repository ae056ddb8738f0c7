import { AtHand } from '../section/at-hand.svelte';
import { isOver } from './votes';

/** Of this page: its sections come and go. */
export const atHand = new AtHand(isOver);
