// Waits. In a background tab the browser makes it longer.

/** @param ms in milliseconds */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
