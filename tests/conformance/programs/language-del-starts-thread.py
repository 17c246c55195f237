"""A __del__ at exit that starts a thread."""
# not on: 3.12.1
import sys
import threading
class D:
    def __del__(self, T=threading):
        print("del, finalizing", sys.is_finalizing())
        try: T.Thread(target=print, args=("hi",)).start(); print("started")
        except BaseException as e: print(type(e).__mro__[:3], e)
class Hold: pass
h = Hold(); h.d = D(); h.me = h
print("main end")
