// Calls what the page owns: objects whose code can throw.
import { field } from '../core/fields.ts';

export type Called =
  | { readonly state: 'returned'; readonly value: unknown }
  | { readonly state: 'threw' }
  | { readonly state: 'no-such-method' };

/** Calls a method of anything, and says how that went. Never throws. */
export function call(target: unknown, name: PropertyKey, ...args: readonly unknown[]): Called {
  const method = field(target, name);
  if (typeof method !== 'function') return { state: 'no-such-method' };
  try {
    return { state: 'returned', value: Reflect.apply(method, target, args) };
  } catch {
    return { state: 'threw' };
  }
}

/** What a method returns, or undefined when there is no such method or it threw. */
export function ask(target: unknown, name: PropertyKey, ...args: readonly unknown[]): unknown {
  const called = call(target, name, ...args);
  return called.state === 'returned' ? called.value : undefined;
}

/** The same, when it is a text, else `''`. */
export function askText(target: unknown, name: PropertyKey): string {
  const value = ask(target, name);
  return typeof value === 'string' ? value : '';
}
