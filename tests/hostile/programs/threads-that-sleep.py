# answer: the limit of 2,000 threads was reached
import threading, time
while True:
    threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
