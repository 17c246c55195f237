import time

try:
    print("sleeping", flush=True)
    time.sleep(10)
except KeyboardInterrupt:
    print("interrupted")
finally:
    print("cleaned up")

# settings: ctrl-c=1.5
