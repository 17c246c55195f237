# answer: Exits at
import threading
t = threading.Thread(target=print, name='n' * 3_900_000)
t.start()
t.join()
for n in range(100):
    threading.Thread(target=print, name='n' * 1_000_000 + str(n)).start()
