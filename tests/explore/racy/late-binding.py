"""A lambda looks at the loop's variable when it runs."""
import threading

for number in range(3):
    threading.Thread(target=lambda: print(number)).start()
