# answer: the limit of 100,000,000 operations was reached
import enum
kept = []
while True:
    kept.append(enum.Enum('E', [f'm{n}' for n in range(500)]))
