# answer: the limit of 4,000,000 characters or items in one object was reached
text = '{0}' * 1_000_000
while True:
    text.format('x' * 1000)
