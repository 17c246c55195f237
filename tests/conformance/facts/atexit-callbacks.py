import atexit, sys, threading as T, time
def a(): print("A")
def bad(): 1/0
def ex(): sys.exit(5)
atexit.register(a); atexit.register(bad); atexit.register(ex); atexit.register(a)
def nested(): atexit.register(print, "registered inside atexit")
atexit.register(nested)
def w(): time.sleep(1); atexit.register(print, "registered by non-daemon after main ended")
T.Thread(target=w).start()
print("main end")
