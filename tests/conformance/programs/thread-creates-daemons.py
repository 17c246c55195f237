import threading
import time


def grandchild():
    time.sleep(0.1)
    print("grandchild", threading.current_thread().daemon)


def child(flag):
    t = threading.Thread(target=grandchild, daemon=flag)
    t.start()
    t.join()
    print("child", threading.current_thread().daemon, t.daemon)


for parent_daemon in (True, False):
    for flag in (None, True, False):
        t = threading.Thread(target=child, args=(flag,), daemon=parent_daemon)
        t.start()
        t.join()
