"""A scraper's alert

A daemon looks at a price every second and raises an alarm as soon as it is low
enough, through an event for which the main thread waits with a timeout. When
the alarm comes, the main thread goes on at once; when it does not, the timeout
ends the waiting. The daemon's loop never needs to be stopped.
"""

import threading
import time

prices = [120, 118, 109, 99, 101, 97]
alarm = threading.Event()


def watch_price(limit):
    for price in prices:
        print("price:", price)
        if price < limit:
            alarm.set()
        time.sleep(1)


threading.Thread(target=watch_price, args=(100,), name="watcher", daemon=True).start()
if alarm.wait(timeout=10):
    print("alarm: buy now")
else:
    print("no alarm today")
print("main ended")
