"""A daemon of three steps."""
import sys
import threading

sys.setswitchinterval(1e-6)


def steps():
    for step in range(3):
        print("step", step)


threading.Thread(target=steps, daemon=True).start()
