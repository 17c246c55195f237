import threading
import time


class Sensor:
    def __init__(self):
        self._listeners = []
        self._value = 0

    def listen(self, callback):
        self._listeners.append(callback)
        return callback

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        old, self._value = self._value, new
        for callback in list(self._listeners):
            callback(old, new)


sensor = Sensor()
history = []


@sensor.listen
def record(old, new):
    history.append((old, new))


@sensor.listen
def warn(old, new):
    if new > 20:
        print(f"warning: {new} (+{new - old})")


def measure(values):
    for value in values:
        sensor.value = value
        time.sleep(0.1)


t = threading.Thread(target=measure, args=([5, 18, 25, 21],))
t.start()
t.join()
print(history)
