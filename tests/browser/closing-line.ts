// Closes a run with one plain line, `browser: 12 passed, 0 failed`, for people and for continuous integration.

import type { FullResult, Reporter, TestCase, TestResult } from "@playwright/test/reporter";

export default class ClosingLine implements Reporter {
  private outcomes = new Map<string, boolean>();

  onTestEnd(test: TestCase, result: TestResult) {
    this.outcomes.set(test.id, result.status === test.expectedStatus);
  }

  onEnd(_result: FullResult) {
    const passed = [...this.outcomes.values()].filter((ok) => ok).length;
    console.log(`browser: ${passed} passed, ${this.outcomes.size - passed} failed`);
  }
}
