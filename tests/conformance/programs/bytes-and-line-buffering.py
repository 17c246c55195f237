import sys, threading, os, time
print("first")
sys.stdout.buffer.write(b"bytes before\n")
sys.stdout.flush()
sys.stdout.buffer.write("é\n".encode()); sys.stdout.buffer.flush()
sys.stdout.reconfigure(line_buffering=True)
print("a line that is seen")
print(sys.stdout.line_buffering, end="")
def w():
    print("from a thread")
    sys.stdout.write("not seen")
    os._exit(3)
threading.Thread(target=w).start()
time.sleep(1)
