text = '{0}' * 1_000_000
while True:
    text.format('x' * 1000)
