import threading
kept = []
while True:
    kept.append(threading.Thread(target=print))
