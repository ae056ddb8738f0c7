import { AtHand } from '../at-hand/at-hand.svelte';
import { isOver } from './rounds';

/** Of this page: its sections come and go. */
export const atHand = new AtHand(isOver);
