// Counts of passed and failed tests, read from the reports that Vitest and Playwright write.
import { readFileSync } from 'node:fs';

/**
 * What is neither passed nor failed counts as failed, and so does a report that cannot be read.
 * @typedef {{ passed: number, failed: number, remarks: string[] }} Count
 * @param {string} path
 * @param {number} status what the program ended with
 * @returns {Count}
 */
export const countVitest = (path, status) => count(path, status, vitestParts);

/** @returns {Count} */
export const countPlaywright = (path, status) => count(path, status, playwrightParts);

function vitestParts(report) {
  const { numTotalTests, numPassedTests, numPendingTests, numTodoTests, testResults } = report;
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: numPassedTests,
    failed: numTotalTests - numPassedTests - numPendingTests - numTodoTests,
    skipped: numPendingTests + numTodoTests,
    flaky: 0,
    broken: broken.length,
  };
}

function playwrightParts({ stats, errors }) {
  const { expected, unexpected, skipped, flaky } = stats;
  return { passed: expected, failed: unexpected, skipped, flaky, broken: errors.length };
}

function count(path, status, partsOf) {
  const parts = read(path, partsOf);
  if (parts === undefined) return { passed: 0, failed: 1, remarks: ['no report that can be read'] };
  const { passed, skipped, flaky, broken } = parts;
  const failed = parts.failed + skipped + flaky + broken;
  const remarks = Object.entries({ skipped, flaky, 'errors outside of tests': broken })
    .filter(([, number]) => number > 0)
    .map(([what, number]) => `${number} ${what}`);
  if (failed > 0) return { passed, failed, remarks };
  if (status !== 0) return { passed, failed: 1, remarks: [`ended with ${status}`] };
  return passed > 0 ? { passed, failed, remarks } : { passed, failed: 1, remarks: ['no tests'] };
}

function read(path, partsOf) {
  try {
    const parts = partsOf(JSON.parse(readFileSync(path, 'utf8')));
    return Object.values(parts).every(Number.isSafeInteger) ? parts : undefined;
  } catch {
    return undefined;
  }
}
