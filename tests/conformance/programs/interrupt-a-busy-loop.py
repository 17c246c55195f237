# needs: 3.12
try:
    n = 0
    while True:
        n += 1
except KeyboardInterrupt:
    print("counted", n > 1000)

# settings: ctrl-c=0.3
