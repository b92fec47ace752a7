// Unit tests: without crx(), which only builds extensions.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'e2e/**/*.test.ts'] },
});
