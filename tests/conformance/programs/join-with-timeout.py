import threading
import time

t = threading.Thread(target=time.sleep, args=(0.3,), daemon=True)
t.start()
waited = 0
while t.is_alive():
    result = t.join(0.1)
    waited += 1
    if waited > 10:
        break
print(result, 2 <= waited <= 4)
