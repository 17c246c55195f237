class Animal:
    count = 0
    sound = "..."

    def __init__(self, name):
        self.name = name
        Animal.count += 1

    def speak(self):
        return f"{self.name} says {self.sound}"

    @property
    def loud(self):
        return self.sound.upper()

    @loud.setter
    def loud(self, value):
        self.sound = value.lower()


class Dog(Animal):
    sound = "woof"

    def speak(self):
        return super().speak() + "!"


class Puppy(Dog):
    def __init__(self, name, age=1):
        super().__init__(name)
        self.age = age


pets = [Animal("it"), Dog("Rex"), Puppy("Bit", age=2)]
for pet in pets:
    print(pet.speak(), pet.loud, type(pet).__name__)
pets[0].loud = "GRR"
print(pets[0].sound, Animal.sound, Animal.count, Puppy.count)
print(isinstance(pets[2], Animal), issubclass(Puppy, Dog), isinstance(pets[0], (int, Dog)))
print([c.__name__ for c in Puppy.__mro__])
print(hasattr(pets[2], "age"), getattr(pets[1], "age", "none"), vars(pets[2]))
setattr(pets[1], "age", 7)
del pets[1].age
try:
    pets[1].age
except AttributeError as error:
    print(error)
try:
    Dog()
except TypeError as error:
    print("TypeError")
