x = []
while True:
    x = [x]
