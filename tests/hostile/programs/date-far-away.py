import datetime
d = datetime.date(1, 1, 1)
while True:
    d += datetime.timedelta(days=1)
    d.isoformat()
