# answer: Never exits
s = 'a' * 2_000_000
while True:
    (s + 'b').find('a' * 1_000_000 + 'b')
