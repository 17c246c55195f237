"""An elevator that serves requests."""

"""Elevator simulation."""
import threading
import time
from dataclasses import dataclass, field
from enum import Enum
from typing import Deque, List
from collections import deque

class Direction(Enum):
    UP = 1
    DOWN = -1
    IDLE = 0

@dataclass
class Elevator:
    floor: int = 0
    direction: Direction = Direction.IDLE
    requests: Deque[int] = field(default_factory=deque)
    log: List[str] = field(default_factory=list)
    _cv: threading.Condition = field(default_factory=threading.Condition, repr=False)
    running: bool = True

    def request(self, floor: int) -> None:
        with self._cv:
            self.requests.append(floor)
            self._cv.notify()

    def run(self) -> None:
        while True:
            with self._cv:
                while not self.requests and self.running:
                    self._cv.wait()
                if not self.requests:
                    break
                target = self.requests.popleft()
            self.direction = Direction.UP if target > self.floor else Direction.DOWN if target < self.floor else Direction.IDLE
            while self.floor != target:
                self.floor += self.direction.value
                self.log.append(f"{self.direction.name.lower()}:{self.floor}")
            self.log.append(f"open@{self.floor}")

    def stop(self) -> None:
        with self._cv:
            self.running = False
            self._cv.notify_all()

e = Elevator()
t = threading.Thread(target=e.run)
t.start()
for f in (3, 1, 1):
    e.request(f)
e.stop(); t.join()
print(" ".join(e.log)); print(e)
