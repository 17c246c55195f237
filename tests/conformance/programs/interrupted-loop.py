import time, threading
try:
    while True:
        time.sleep(1.5)
        print("working", threading.active_count())
except KeyboardInterrupt:
    print("interrupted")
finally:
    print("cleanup")
# settings: ctrl-c=3.8
