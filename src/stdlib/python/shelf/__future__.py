"""The module `__future__`."""

import _machine


class _Feature:
    def __init__(self, name, optional, mandatory):
        self.name, self.optional, self.mandatory = name, optional, mandatory

    def __repr__(self):
        return "_Feature(" + repr(self.optional) + ", " + repr(self.mandatory) + ")"


all_feature_names = []
for _name, _optional, _mandatory in (
    ("nested_scopes", 1, 2), ("generators", 2, 3), ("division", 2, 0), ("absolute_import", 5, 0), ("with_statement", 5, 6),
    ("print_function", 6, 0), ("unicode_literals", 6, 0), ("generator_stop", 5, 7), ("annotations", 7, None),
):
    all_feature_names.append(_name)
    globals()[_name] = _Feature(_name, _optional, _mandatory)
