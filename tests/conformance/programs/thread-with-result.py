import threading


class Task(threading.Thread):
    def __init__(self, function, *args, **kwargs):
        super().__init__(name=f"task-{function.__name__}")
        self.function = function
        self.args = args
        self.kwargs = kwargs
        self.result = None
        self.error = None

    def run(self):
        try:
            self.result = self.function(*self.args, **self.kwargs)
        except Exception as error:
            self.error = error

    def get(self):
        self.join()
        if self.error is not None:
            raise self.error
        return self.result


def divide(a, b=1):
    return a / b


tasks = [Task(divide, 10, b=4), Task(divide, 7), Task(divide, 1, b=0)]
for task in tasks:
    task.start()
for task in tasks:
    try:
        print(task.name, task.get())
    except ZeroDivisionError as error:
        print(task.name, "failed:", error)
