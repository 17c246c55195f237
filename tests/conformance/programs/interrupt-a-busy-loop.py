try:
    n = 0
    while True:
        n += 1
except KeyboardInterrupt:
    print("counted", n > 1000)

# settings: ctrl-c=1.5
