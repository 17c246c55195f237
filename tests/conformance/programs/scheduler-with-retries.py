#!/usr/bin/env python
"""A tiny job scheduler with retries, priorities and reporting."""
from __future__ import annotations
import argparse
import dataclasses
import heapq
import itertools
import logging
import sys
import threading
import time
from typing import Any, Callable, Dict, List, Optional, Tuple

log = logging.getLogger("scheduler")

@dataclasses.dataclass(order=True)
class Job:
    run_at: float
    seq: int
    name: str = dataclasses.field(compare=False)
    func: Callable[..., Any] = dataclasses.field(compare=False)
    args: Tuple[Any, ...] = dataclasses.field(default=(), compare=False)
    attempts: int = dataclasses.field(default=0, compare=False)
    max_attempts: int = dataclasses.field(default=3, compare=False)

class Scheduler:
    def __init__(self, workers: int = 2) -> None:
        self._heap: List[Job] = []
        self._cv = threading.Condition()
        self._seq = itertools.count()
        self._stopping = False
        self.stats: Dict[str, int] = {"ok": 0, "retry": 0, "failed": 0}
        self._threads = [threading.Thread(target=self._loop, name=f"worker-{i}") for i in range(workers)]

    def start(self) -> "Scheduler":
        for t in self._threads:
            t.start()
        return self

    def submit(self, name: str, func: Callable[..., Any], *args: Any, delay: float = 0.0) -> None:
        with self._cv:
            heapq.heappush(self._heap, Job(time.monotonic() + delay, next(self._seq), name, func, args))
            self._cv.notify()

    def _next(self) -> Optional[Job]:
        with self._cv:
            while True:
                if self._heap:
                    wait = self._heap[0].run_at - time.monotonic()
                    if wait <= 0:
                        return heapq.heappop(self._heap)
                    self._cv.wait(wait)
                elif self._stopping:
                    return None
                else:
                    self._cv.wait()

    def _loop(self) -> None:
        while (job := self._next()) is not None:
            job.attempts += 1
            try:
                job.func(*job.args)
            except Exception as exc:
                if job.attempts < job.max_attempts:
                    log.warning("%s failed (%s), retrying", job.name, exc)
                    self.stats["retry"] += 1
                    with self._cv:
                        heapq.heappush(self._heap, dataclasses.replace(job, run_at=time.monotonic() + 0.4 * job.attempts))
                        self._cv.notify()
                else:
                    log.error("%s gave up after %d attempts", job.name, job.attempts)
                    self.stats["failed"] += 1
            else:
                self.stats["ok"] += 1

    def stop(self) -> None:
        time.sleep(3)
        with self._cv:
            self._stopping = True
            self._cv.notify_all()
        for t in self._threads:
            t.join()

flaky_calls = itertools.count(1)

def flaky() -> None:
    if next(flaky_calls) < 3:
        raise ConnectionError("temporary")
    print("flaky succeeded")

def broken() -> None:
    raise ZeroDivisionError("always")

def main(argv: Optional[List[str]] = None) -> int:
    parser = argparse.ArgumentParser(prog="jobs", description=__doc__)
    parser.add_argument("--workers", type=int, default=1, metavar="N")
    ns = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)s %(threadName)s %(message)s")
    s = Scheduler(ns.workers).start()
    s.submit("hello", print, "hello", "world")
    s.submit("flaky", flaky, delay=0.1)
    s.submit("broken", broken, delay=2)
    s.stop()
    print(s.stats)
    return 0 if s.stats["failed"] == 1 else 1

if __name__ == "__main__":
    sys.exit(main([]))
