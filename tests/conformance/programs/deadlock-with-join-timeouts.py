import threading
a = threading.Lock(); b = threading.Lock()
import time
def one():
    with a:
        time.sleep(0.1)
        with b: print("one")
def two():
    with b:
        time.sleep(0.1)
        with a: print("two")
t1 = threading.Thread(target=one); t2 = threading.Thread(target=two)
t1.start(); t2.start()
t1.join(1); t2.join(1)
print("alive:", t1.is_alive(), t2.is_alive())
