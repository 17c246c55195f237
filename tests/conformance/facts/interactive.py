import threading as T, time
def dm():
    i = 0
    while True: time.sleep(1); i += 1; print("daemon tick", i, "main alive", T.main_thread().is_alive())
T.Thread(target=dm, daemon=True).start()
print("script end")

# settings: interactive=8.5
