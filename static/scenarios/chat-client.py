"""A chat client's listener

The main thread reads the keyboard, a daemon prints what comes in from the
network; both are played from lists here. The listener would block in its
receiving for ever. As a daemon it goes when the user leaves, and the message
that was still on its way is never shown.
"""

import threading
import time

incoming = [(1.0, "Ada: hello!"), (1.5, "Ada: are you there?"), (2.5, "Ada: bye then"), (2.0, "Ada: one more thing")]
typed = [(2.0, "hi Ada"), (2.0, "I am here"), (1.5, "/quit")]


def listen():
    for pause, message in incoming:
        time.sleep(pause)
        print("<", message)


def keyboard():
    for pause, line in typed:
        time.sleep(pause)
        yield line


threading.Thread(target=listen, name="listener", daemon=True).start()
for line in keyboard():
    if line == "/quit":
        break
    print(">", line)
print("main ended")
