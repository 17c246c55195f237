import signal, time
signal.signal(signal.SIGALRM, lambda s, f: print("ring", f.f_lineno))
signal.setitimer(signal.ITIMER_REAL, 0.6, 0.6)
for i in range(3): signal.pause()
signal.setitimer(signal.ITIMER_REAL, 0)
print(signal.alarm(5), signal.alarm(0))
t = time.monotonic(); time.sleep(1); print(round(time.monotonic() - t))
