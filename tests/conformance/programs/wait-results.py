import threading

event = threading.Event()
print(event.wait(0.05), event.is_set())
event.set()
print(event.wait(0.05), event.wait(), event.is_set())
event.clear()
print(event.is_set())

lock = threading.Lock()
print(lock.acquire(), lock.locked())
print(lock.acquire(timeout=0.05), lock.acquire(False))
lock.release()
print(lock.locked())
with lock as held:
    print(held, lock.locked())

condition = threading.Condition()
with condition:
    print(condition.wait(timeout=0.05), condition.wait_for(lambda: True), condition.wait_for(lambda: [], timeout=0.05))
