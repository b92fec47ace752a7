// Reads fields of values whose shape nobody promises, such as a page's objects: what is not as hoped comes out empty.
// In place of valibot, which would take a fifth of the agent's 8 KiB; it checks what comes back from the agent instead.

/** A property of anything, or undefined. Never throws, even where the object does. */
export function field(target: unknown, name: PropertyKey): unknown {
  if ((typeof target !== 'object' && typeof target !== 'function') || target === null) return undefined;
  try {
    return Reflect.get(target, name);
  } catch {
    return undefined;
  }
}

/** A property that is a text, else `''`. */
export function textField(target: unknown, name: PropertyKey): string {
  const value = field(target, name);
  return typeof value === 'string' ? value : '';
}

/** A property that is a whole number, or spells one, else undefined. */
export function integerField(target: unknown, name: PropertyKey): number | undefined {
  const value = field(target, name);
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  // JSON knows no -0, so neither does this.
  return typeof number === 'number' && Number.isSafeInteger(number) ? number + 0 : undefined;
}

/** A copy of a property that is a list, else an empty one. */
export function listField(target: unknown, name: PropertyKey): readonly unknown[] {
  const value = field(target, name);
  try {
    return Array.isArray(value) ? [...value] : [];
  } catch {
    return [];
  }
}

/** The number that WeChat answered with, undefined for what is no reply of WeChat's. */
export function retOf(reply: unknown): number | undefined {
  return integerField(field(reply, 'BaseResponse'), 'Ret');
}

/** What a text says in JSON, or undefined when it is not whole JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
