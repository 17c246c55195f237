import threading, time
from enum import Enum, auto
class State(Enum):
    RED = auto(); GREEN = auto(); YELLOW = auto()
class Light(threading.Thread):
    order = {State.RED: State.GREEN, State.GREEN: State.YELLOW, State.YELLOW: State.RED}
    seconds = {State.RED: 0.3, State.GREEN: 0.2, State.YELLOW: 0.1}
    def __init__(self): super().__init__(); self.state = State.RED; self.cond = threading.Condition(); self._halt = threading.Event()
    def run(self):
        while not self._halt.wait(self.seconds[self.state]):
            with self.cond:
                self.state = self.order[self.state]
                print("light is", self.state.name.lower())
                self.cond.notify_all()
    def stop(self): self._halt.set()
def car(n, light):
    with light.cond:
        ok = light.cond.wait_for(lambda: light.state is State.GREEN, timeout=2)
    passed.append((n, ok))
passed = []
light = Light(); cars = [threading.Thread(target=car, args=(i, light)) for i in range(3)]
for c in cars: c.start()
light.start()
for c in cars: c.join()
light.stop(); light.join()
print(sorted(passed), light.state)
