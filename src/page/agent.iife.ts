// The content script: puts one agent on the page, once.
import { AGENT_KEY } from '../core/page-protocol.ts';
import { createAgent } from './agent.ts';

const key = Symbol.for(AGENT_KEY);
if (!(key in window)) Object.defineProperty(window, key, { value: createAgent(window), configurable: true });
