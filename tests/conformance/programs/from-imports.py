from threading import Thread, Lock, Event, current_thread, Timer
from time import sleep, monotonic as clock
import time as clock_module

done = Event()
lock = Lock()


def job(n):
    with lock:
        print(n, current_thread().name.split()[0])
    if n == 2:
        done.set()


begin = clock()
for n in range(3):
    Thread(target=job, args=(n,)).start()
timer = Timer(0.1, print, args=["timer"])
timer.start()
print(done.wait(1), clock_module is not None)
sleep(0.2)
print(clock() - begin >= 0.2)
