"""A __del__ at exit that joins a daemon."""
import threading as T
import time
t = T.Thread(target=time.sleep, args=(100,), daemon=True); t.start()
class D:
    def __del__(self, t=t):
        print("del joins daemon")
        try: t.join(); print("joined")
        except BaseException as e: print(type(e).__name__, e)
class H: pass
h = H(); h.me = h; h.d = D()
print("main end")
