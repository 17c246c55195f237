# answer: recursion deeper than 50000 calls
import threading, sys
sys.setrecursionlimit(50_000)
def f(n):
    return g(n) + 1
def g(n):
    return f(n) + 1
for _ in range(200):
    threading.Thread(target=f, args=(0,)).start()
