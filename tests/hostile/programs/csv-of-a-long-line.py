# answer: the limit of 100,000,000 operations was reached
import csv
rows = list(csv.reader(['a,' * 1_900_000]))
print(len(rows[0]))
