"""Two timers of the same time."""
from threading import Timer

for name in ("first", "second"):
    Timer(0.002, print, (name,)).start()
