# answer: xxxxxxxx
raise ValueError('x' * 3_900_000)
