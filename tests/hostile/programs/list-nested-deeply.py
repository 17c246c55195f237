# answer: the limit of 256 MB of memory was reached
x = []
while True:
    x = [x]
