import threading
def rec(n):
    if n == 0: raise OverflowError("bottom")
    return rec(n - 1)
def entry(): rec(6)
t = threading.Thread(target=entry, name="deep"); t.start(); t.join()
def inf(): return inf()
try: inf()
except RecursionError as e: print(str(e)[:32])
