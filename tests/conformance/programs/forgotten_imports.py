"""Names of modules that were not imported, and super() of what is something else."""
class Person:
    pass


class Student(Person):
    pass


for given in (Person(), Person, 3, int):
    try:
        super(Student, given).x
    except TypeError as error:
        print(error)


def now():
    return datetime.datetime.now()


try:
    now()
except NameError as error:
    print(error)
print(json.dumps({"a": 1}))
