// What the scenarios of the gallery are there to show: each as a reader sees it, by the summary, the console, the verdict.
// The golden tests hold the whole traces; here it is that the page says so.

import { expect, test, type Page } from "@playwright/test";
import { open, showTab, summary } from "./playground";

type Shown = {
  /// The summary, as it begins.
  summary: string | RegExp;
  /// What is printed, in this order; other lines may stand between.
  printed?: string[];
  /// What is not printed.
  missing?: string[];
  /// In the tab `Verdict`.
  verdict?: (string | RegExp)[];
  /// In the tab `All outcomes`.
  outcomes?: (string | RegExp)[];
};

const shown: Record<string, Record<string, Shown>> = {
  "the main thread does not wait to print": {
    "main-does-not-wait-to-print": {
      summary: "Exits at 10.000 s; no thread cut off.",
      printed: ["function started", "main ended", "function ended"],
      verdict: ["waited for"],
    },
  },
  "the same as a daemon is over at once": {
    "daemon-is-cut-off": {
      summary: "Exits at 0.000 s; 1 thread cut off.",
      printed: ["function started", "main ended"],
      missing: ["function ended"],
    },
  },
  "did it even start, without the GIL": {
    "did-it-even-start": {
      summary: "Exits at 0.000 s; 1 thread cut off.",
      outcomes: ["function started", /Explored every schedule \(\d+ states\): [2-9]\d* outcomes/],
    },
    "did-it-even-start-regular": { summary: "Exits at 10.000 s; no thread cut off.", printed: ["function started", "function ended"] },
  },
  "a join brings it back": {
    "join-brings-it-back": {
      summary: "Exits at 10.000 s; no thread cut off.",
      printed: ["function started", "function ended", "function cleaned up", "main ended"],
    },
  },
  "a regular loop keeps the program alive for ever": {
    "regular-loop-never-ends": { summary: "Never exits: Thread-1 (loop) never ends.", verdict: ["in the same state as at"] },
  },
  "the same loop as a daemon ends with main": {
    "daemon-loop-ends-with-main": {
      summary: "Exits at 3.000 s; 1 thread cut off.",
      printed: ["still here", "still here", "still here", "main ended"],
      outcomes: ["1. What usually happens", "2. "],
    },
  },
  "two kinds side by side": {
    "two-kinds-side-by-side": {
      summary: "Exits at 2.000 s; 1 thread cut off.",
      printed: ["regular job done", "main ended"],
      missing: ["daemon job done"],
      verdict: ["while it slept until 4.000 s"],
    },
    "daemon-loop-beside-a-regular-loop": { summary: "Exits at 5.000 s; 1 thread cut off.", printed: ["round 1", "heartbeat", "round 5"] },
  },
  "how one says that a thread is a daemon": {
    "daemon-by-argument": { summary: "Exits at 2.000 s; 1 thread cut off.", printed: ["daemon flags: False True"] },
    "daemon-by-attribute": { summary: "Exits at 1.000 s; 1 thread cut off.", printed: ["daemon at first: False", "daemon now: True"] },
    "daemon-by-setdaemon": {
      summary: "Exits at 1.000 s; 1 thread cut off.",
      printed: ["DeprecationWarning: setDaemon() is deprecated"],
    },
    "daemon-flag-too-late": {
      summary: "Exits at 2.000 s; no thread cut off.",
      printed: ["RuntimeError: cannot set daemon status of active thread", "daemon: False"],
    },
  },
  "the flag is inherited": {
    "daemon-flag-is-inherited": {
      summary: "Exits at 1.500 s; 2 threads cut off.",
      printed: ["child is a daemon: True", "sibling is a daemon: False"],
    },
  },
  "names of threads": {
    "thread-names": { summary: /^Exits at 1\.000 s/, printed: ["this is MainThread", "I am Thread-1 (report)", "I am downloader", "getName() is deprecated"] },
    "thread-subclass": { summary: "Exits at 2.000 s; 1 thread cut off.", printed: ["Thread-1: lift-off"], missing: ["Thread-2: lift-off"] },
  },
  "is it alive": {
    "is-it-alive": { summary: /^Exits at 2\.000 s/, printed: ["before start: False", "after start: True", "after join: False"] },
    "polling-is-alive": { summary: "Exits at 3.000 s; 1 thread cut off.", printed: ["look 1 - alive: True", "not waiting any longer"] },
  },
  "a finally that never runs": {
    "finally-that-never-runs": { summary: "Exits at 2.500 s; 1 thread cut off.", verdict: ["the finally block at line"] },
  },
  "a file half written": {
    "file-half-written": { summary: "Exits at 2.200 s; 1 thread cut off.", verdict: ["report.txt", "35 bytes never reached it", "The file is empty."] },
    "file-half-written-with-flush": { summary: "Exits at 2.200 s; 1 thread cut off.", verdict: ["line 4", "7 bytes never reached it"] },
    "file-written-by-a-regular-thread": { summary: "Exits at 5.000 s; no thread cut off.", verdict: ["line 10"] },
  },
  "a transaction cut in two": {
    "transaction-cut-in-two": { summary: "Exits at 1.000 s; 1 thread cut off.", printed: ["debited 100", "money at exit: 450"], verdict: ["with "] },
  },
  "an upload stopped at 40 %": {
    "upload-stopped-at-40-percent": { summary: "Exits at 4.500 s; 1 thread cut off.", printed: ["uploaded 40 %"], missing: ["uploaded 50 %"] },
  },
  "a lock taken to the grave": {
    "lock-taken-to-the-grave": {
      summary: "Never exits: MainThread and Thread-1 (watch) never end.",
      verdict: ["MainThread waits for lock data_lock, which Thread-1 (watch) holds"],
    },
    "lock-not-waited-for": { summary: "Exits at 4.200 s; 1 thread cut off.", printed: ["not saved: no lock after 2.5 seconds"] },
  },
  "a stop event and a join": {
    "stop-event-and-join": {
      summary: "Exits at 2.500 s; no thread cut off.",
      printed: ["main asks the monitor to stop", "monitor cleaned up", "main ended"],
    },
  },
  "stopping daemons from atexit": {
    "stop-daemons-from-atexit": { summary: "Exits at 2.500 s; no thread cut off.", printed: ["main ended", "atexit: stopping the workers", "first put its tools away"] },
  },
  "good daemons, with which nothing of worth is lost": {
    "good-daemon-memory-monitor": { summary: "Exits at 2.750 s; 1 thread cut off.", printed: ["monitor: 0 blocks in use"], verdict: ["nothing"] },
    "good-daemon-cache-preloader": { summary: "Exits at 4.500 s; 1 thread cut off.", printed: ["page 2: from the cache"], verdict: ["nothing"] },
    "good-daemon-keep-alive": { summary: "Exits at 4.500 s; 1 thread cut off.", printed: ["ping", "request: log out"], verdict: ["nothing"] },
    "good-daemon-log-collector": { summary: "Exits at 2.000 s; 1 thread cut off.", printed: ["log: import done"], verdict: ["nothing"] },
  },
  "a pool of daemon workers on a queue": {
    "port-scanner": { summary: "Exits at 2.000 s; 3 threads cut off.", printed: ["open ports: [22, 80, 443]"] },
    "port-scanner-without-join": {
      summary: "Exits at 0.800 s; 3 threads cut off.",
      printed: ["open ports: [22] - still waiting: 4"],
      verdict: ["queue ports still held 4 items"],
    },
  },
  "finding one and stopping": {
    "password-checker": { summary: "Exits at 0.900 s; 2 threads cut off.", printed: ["found: sesame"] },
  },
  "a reporter that starts itself again": {
    "activity-log-timer": { summary: "Exits at 5.300 s; 1 thread cut off.", printed: ["report: opened a file", "not reported: closed the window"] },
  },
  "a chat client's listener": {
    "chat-client": { summary: "Exits at 5.500 s; 1 thread cut off.", printed: ["< Ada: hello!", "> hi Ada", "main ended"] },
  },
  "a price alert and a log watcher": {
    "price-alert": { summary: "Exits at 3.000 s; 1 thread cut off.", printed: ["alarm: buy now"] },
    "log-watcher": { summary: "Exits at 2.800 s; 1 thread cut off.", printed: ["watcher: ERROR disk full"], missing: ["watcher: ERROR no route"] },
  },
  "the phases of the exit": {
    "phases-of-exit": {
      summary: "Exits at 5.300 s; 1 thread cut off.",
      printed: ["main ended", "daemon: tick 1", "regular thread: done", "atexit: registered last, begins first", "daemon: tick 4", "atexit: all callbacks have run"],
    },
  },
  "who is waited for after an exception, sys.exit() and os._exit()": {
    "exception-in-main": { summary: /^Exits at 3\.000 s/, printed: ["ValueError: main has failed", "regular job done"] },
    "sys-exit-in-main": { summary: /^Exits at 3\.000 s/, printed: ["main leaves", "regular job done"] },
    "sys-exit-in-a-thread": { summary: /^Exits at 2\.000 s/, printed: ["main goes on, thread alive: False"] },
    "os-exit": { summary: /^Exits at 1\.000 s/, printed: ["main leaves at once"], missing: ["regular job done"] },
  },
  "Ctrl-C while main joins, and while the interpreter waits": {
    "ctrl-c-during-join": { summary: /^Exits at 2\.500 s/, printed: ["main: interrupted, stopping the worker", "worker put its tools away"] },
    "ctrl-c-at-exit": { summary: /^Exits at 2\.500 s/, printed: ["main ended", "KeyboardInterrupt", "goodbye"] },
  },
  "a pool finishes its jobs": {
    "pool-finishes-its-jobs": { summary: "Exits at 2.400 s; no thread cut off.", printed: ["main ended", "job 4 done", "goodbye"] },
  },
  "an interactive session keeps daemons going": {
    "interactive-session": { summary: "Exits at 5.000 s; 1 thread cut off.", printed: ["end of the script", "tick 1", "tick 5"] },
  },
  "with and without the GIL: same fates, other order": {
    "with-the-gil": { summary: "Exits at 2.000 s; 1 thread cut off.", printed: ["ambmcmAB"] },
    "without-the-gil": { summary: "Exits at 2.000 s; 1 thread cut off.", printed: ["mambmcAB"] },
  },
  "a deadlock at exit": {
    "deadlock-at-exit": { summary: "Never exits: Plato and Kant never end.", verdict: ["Plato and Kant wait for each other"] },
  },
};

async function expectShown(page: Page, stem: string, expected: Shown) {
  await open(page, stem);
  await expect(summary(page)).toHaveText(expected.summary);
  if (expected.printed || expected.missing) {
    await showTab(page, "Console");
    const output = page.getByRole("list", { name: "Output" });
    await expect(output.getByRole("listitem").first()).toBeVisible();
    const text = await output.innerText();
    let from = 0;
    for (const line of expected.printed ?? []) {
      const at = text.indexOf(line, from);
      expect(at, `${line} in ${text.slice(from)}`).toBeGreaterThanOrEqual(0);
      from = at + line.length;
    }
    for (const line of expected.missing ?? []) expect(text).not.toContain(line);
  }
  for (const [tab, sentences] of [["Verdict", expected.verdict], ["All outcomes", expected.outcomes]] as const) {
    if (!sentences) continue;
    await showTab(page, tab);
    for (const sentence of sentences) await expect(page.getByRole("tabpanel", { name: tab })).toContainText(sentence);
  }
}

for (const [line, stems] of Object.entries(shown)) {
  test(line, async ({ page }) => {
    for (const [stem, expected] of Object.entries(stems)) await test.step(stem, () => expectShown(page, stem, expected));
  });
}
