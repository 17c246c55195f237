"""Objects that take their attributes from dicts, in each of the ways there are."""

import threading


class Record:
    def __init__(self, **fields):
        self.__dict__.update(fields)

    def __repr__(self):
        return "Record(" + ", ".join(f"{name}={value!r}" for name, value in sorted(self.__dict__.items())) + ")"


class Job(threading.Thread):
    def __init__(self, options, *more, **fields):
        super().__init__(name="job")
        self.__dict__.update(options, **fields)
        vars(self).update(more)

    def run(self):
        print(self.retries, self.host, self.port)


record = Record(x=1, y=2)
print(record, record.x + record.y)
record.__dict__["z"] = 3
record.__dict__.update({"x": 10})
record.__dict__.update([("w", 4)])
record.__dict__.update(v=5)
print(record, record.__dict__.setdefault("u", 6), record.u)
print(record.__dict__.pop("z"), hasattr(record, "z"), "w" in record.__dict__, len(record.__dict__))
other = Record(**record.__dict__)
other.__dict__.update(vars(Record(x="last")))
print(other, record.__dict__ == vars(other), {**vars(other)}["x"])
job = Job({"retries": 3}, ("port", 80), host="localhost")
job.start()
job.join()
