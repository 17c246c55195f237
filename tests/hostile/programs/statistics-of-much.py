# answer: Never exits
import statistics
x = list(range(100_000))
while True:
    statistics.median(x)
