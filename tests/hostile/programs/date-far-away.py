# answer: the limit of 100000000 operations was reached
import datetime
d = datetime.date(1, 1, 1)
while True:
    d += datetime.timedelta(days=1)
    d.isoformat()
