"""The module `argparse`. The command line is empty, so what counts is the defaults, and what is said when something is
missing; `parse_args` takes a list too."""
# Not modelled: MetavarTypeHelpFormatter

import _machine
import os
import sys

SUPPRESS = "==SUPPRESS=="
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = "?", "*", "+", "A...", "..."


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = None if argument is None else argument._title()
        self.message = message

    def __str__(self):
        return self.message if self.argument_name is None else "argument " + self.argument_name + ": " + self.message


class ArgumentTypeError(Exception):
    pass


class Namespace:
    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __eq__(self, other):
        return isinstance(other, Namespace) and dict(self.__dict__) == dict(other.__dict__)

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        return type(self).__name__ + "(" + ", ".join([
            name + "=" + repr(value) for name, value in
            (self.__dict__.items() if _machine.minor >= 9 else sorted(self.__dict__.items()))]) + ")"


class HelpFormatter:
    pass


class RawDescriptionHelpFormatter(HelpFormatter):
    pass


class RawTextHelpFormatter(HelpFormatter):
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    pass


class BooleanOptionalAction:
    pass


class Action:
    def __init__(self, names, keywords):
        self.option_strings = [name for name in names if name.startswith("-")]
        self.is_positional = not self.option_strings
        known = dict(keywords)
        self.action = known.pop("action", "store")
        if _machine.minor >= 9 and self.action is BooleanOptionalAction:
            self.option_strings += ["--no-" + name[2:] for name in self.option_strings if name.startswith("--")]
            self.action = "boolean"
        elif not isinstance(self.action, str):
            _machine.not_supported("not supported here: actions of your own in argparse; use the built-in ones")
        long = [name for name in self.option_strings if name.startswith("--")]
        self.dest = known.pop("dest", None) or (names[0] if self.is_positional else (long or self.option_strings)[0].lstrip("-").replace("-", "_"))
        self.nargs = known.pop("nargs", None)
        self.const = known.pop("const", True if self.action == "store_true" else False if self.action == "store_false" else None)
        default = {"store_true": False, "store_false": True, "version": SUPPRESS}.get(self.action)
        has_default = "default" in known
        self.default = known.pop("default", default)
        self.type = known.pop("type", None)
        self.choices = known.pop("choices", None)
        self.help = known.pop("help", None)
        self.metavar = known.pop("metavar", None)
        self.version = known.pop("version", None)
        self.required = known.pop("required", self.is_positional and (
            self.nargs not in ("?", "*", "...") or self.nargs == "*" and not has_default))
        if known:
            raise TypeError("__init__() got an unexpected keyword argument " + repr(list(known)[0]))

    def _takes(self):
        return self.action in ("store", "append", "extend")

    def _title(self):
        if self.is_positional:
            return self.metavar or self.dest
        return "/".join(self.option_strings)

    def _variable(self):
        if self.metavar is not None:
            return self.metavar
        if self.choices is not None:
            return "{" + ",".join([str(choice) for choice in self.choices]) + "}"
        return self.dest if self.is_positional else self.dest.upper()

    def _arguments(self):
        name = self._variable()
        if self.nargs is None:
            return name
        if isinstance(self.nargs, int):
            return " ".join([name] * self.nargs)
        any_number = "[" + name + " ...]" if _machine.minor >= 9 else "[" + name + " [" + name + " ...]]"
        return {"?": "[" + name + "]", "*": any_number, "+": name + " [" + name + " ...]", "...": "..."}[self.nargs]

    def _usage(self):
        if self.is_positional:
            return self._arguments()
        text = self.option_strings[0] + (" " + self._arguments() if self._takes() else "")
        if self.action == "boolean":
            text = " | ".join(self.option_strings)
        return text if self.required else "[" + text + "]"

    def _convert(self, text):
        value = text
        if self.type is not None:
            try:
                value = self.type(text)
            except ArgumentTypeError as error:
                raise ArgumentError(self, str(error))
            except (TypeError, ValueError):
                raise ArgumentError(self, "invalid " + getattr(self.type, "__name__", repr(self.type)) + " value: " + repr(text))
        if self.choices is not None and value not in self.choices:
            raise ArgumentError(self, "invalid choice: " + repr(value) + " (choose from "
                                + ", ".join([repr(choice) if _machine.minor < 12 else str(choice) if _machine.minor >= 14 else repr(choice)
                                             for choice in self.choices]) + ")")
        return value


class _Group:
    def __init__(self, parser, title=None, exclusive=False, required=False):
        self._parser, self.title = parser, title
        self._actions = []
        self._exclusive, self._required = exclusive, required

    def add_argument(self, *names, **keywords):
        action = self._parser.add_argument(*names, **keywords)
        self._actions.append(action)
        return action

    def add_mutually_exclusive_group(self, *, required=False):
        return self._parser.add_mutually_exclusive_group(required=required)


class ArgumentParser:
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter,
                 prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error", add_help=True,
                 allow_abbrev=True, exit_on_error=True, **keywords):
        self.prog = os.path.basename(sys.argv[0]) if prog is None else prog
        self.usage, self.description, self.epilog = usage, description, epilog
        self._actions = []
        self._groups = []
        self._defaults = {}
        self._commands = None
        self.exit_on_error = exit_on_error
        self._formatter = formatter_class
        if add_help:
            self.add_argument("-h", "--help", action="help", default=SUPPRESS, help="show this help message and exit")
        for parent in parents:
            self._actions += [action for action in parent._actions if action.action != "help"]

    def add_argument(self, *names, **keywords):
        action = Action(names or (keywords.get("dest"),), keywords)
        self._actions.append(action)
        return action

    def add_argument_group(self, title=None, description=None, **keywords):
        return _Group(self, title)

    def add_mutually_exclusive_group(self, *, required=False):
        group = _Group(self, None, True, required)
        self._groups.append(group)
        return group

    def add_subparsers(self, **keywords):
        _machine.not_supported("not supported here: argparse subcommands; the command line is empty")

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest:
                return action.default
        return self._defaults.get(dest)

    def parse_args(self, args=None, namespace=None):
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: " + " ".join(rest))
        return found

    def parse_known_args(self, args=None, namespace=None):
        try:
            return self._parse(list(sys.argv[1:] if args is None else args), Namespace() if namespace is None else namespace)
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))

    def _parse(self, args, namespace):
        for action in self._actions:
            if action.default != SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, self._defaults.get(action.dest, action.default))
        for name, value in self._defaults.items():
            if not hasattr(namespace, name):
                setattr(namespace, name, value)
        positionals = [action for action in self._actions if action.is_positional]
        seen = []
        rest = []
        only_positionals = False
        plain = []
        while args:
            word = args.pop(0)
            if word == "--" and not only_positionals:
                only_positionals = True
            elif only_positionals or not word.startswith("-") or word == "-" or self._is_negative(word):
                plain.append(word)
            else:
                action, value = self._option(word)
                if plain:
                    self._fill(positionals, plain, seen, namespace, rest)
                if action is None:
                    rest.append(word)
                    continue
                seen.append(action)
                self._take(action, value, args, namespace)
        self._fill(positionals, plain, seen, namespace, rest)
        missing = [action._title() for action in self._actions if action.required and action not in seen]
        if missing:
            self.error("the following arguments are required: " + ", ".join(missing))
        for group in self._groups:
            given = [action for action in group._actions if action in seen]
            if len(given) > 1:
                raise ArgumentError(given[1], "not allowed with argument " + given[0]._title())
            if group._required and not given:
                self.error("one of the arguments " + " ".join([action._title() for action in group._actions]) + " is required")
        for action in self._actions:
            # A default that is a text goes through the type.
            if action not in seen and isinstance(action.default, str) and action.type is not None and getattr(
                    namespace, action.dest, None) is action.default and action.default != SUPPRESS:
                setattr(namespace, action.dest, action._convert(action.default))
        return namespace, rest

    def _is_negative(self, word):
        return word[1:2].isdigit() or word[1:2] == "."

    def _option(self, word):
        name, equals, value = word.partition("=")
        value = value if equals else None
        for action in self._actions:
            if name in action.option_strings:
                return action, (name, value)
        if name.startswith("--"):
            near = [(action, option) for action in self._actions for option in action.option_strings if option.startswith(name)]
            if len(near) == 1:
                return near[0][0], (near[0][1], value)
            if near:
                self.error("ambiguous option: " + name + " could match " + ", ".join([option for _, option in near]))
        else:
            for action in self._actions:
                if word[:2] in action.option_strings:
                    return action, (word[:2], word[2:] or None)
        return None, None

    def _take(self, action, value, args, namespace):
        option, text = value
        kind = action.action
        if text is not None and not action._takes():
            if option.startswith("--"):
                raise ArgumentError(action, "ignored explicit argument " + repr(text))
            # What comes behind a letter that takes nothing are letters of their own: `-vv`.
            args.insert(0, "-" + text)
        if kind == "help":
            self.print_help()
            self.exit()
        elif kind == "version":
            print(action.version.replace("%(prog)s", self.prog).replace("%%", "%"))
            self.exit()
        elif kind in ("store_true", "store_false", "store_const"):
            setattr(namespace, action.dest, action.const)
        elif kind == "boolean":
            setattr(namespace, action.dest, not option.startswith("--no-"))
        elif kind == "count":
            setattr(namespace, action.dest, (getattr(namespace, action.dest, None) or 0) + 1)
        elif kind == "append_const":
            setattr(namespace, action.dest, list(getattr(namespace, action.dest) or ()) + [action.const])
        else:
            words = [text] if text is not None else []
            most = 1 if action.nargs in (None, "?") else action.nargs if isinstance(action.nargs, int) else len(args)
            while text is None and args and len(words) < most and (not args[0].startswith("-") or self._is_negative(args[0])):
                words.append(args.pop(0))
            least = 1 if action.nargs in (None, "+") else action.nargs if isinstance(action.nargs, int) else 0
            if len(words) < least:
                raise ArgumentError(action, "expected one argument" if action.nargs is None else "expected at least one argument"
                                    if action.nargs == "+" else "expected " + str(least) + " arguments")
            found = [action._convert(word) for word in words]
            if action.nargs is None:
                found = found[0]
            elif action.nargs == "?":
                found = found[0] if found else action.const
            if kind == "append":
                found = list(getattr(namespace, action.dest) or ()) + [found]
            elif kind == "extend":
                found = list(getattr(namespace, action.dest) or ()) + found
            setattr(namespace, action.dest, found)

    def _fill(self, positionals, words, seen, namespace, rest):
        """Words that stand together go to as many of the positionals as they are enough for; those are done with."""
        least = [1 if action.nargs in (None, "+") else action.nargs if isinstance(action.nargs, int) else 0 for action in positionals]
        served = len(positionals)
        while served and sum(least[:served]) > len(words):
            served -= 1
        for at, action in enumerate(positionals[:served]):
            needed = sum(least[at + 1:served])
            free = max(0, len(words) - needed)
            if action.nargs is None or action.nargs == "?":
                count = min(1, free if action.nargs == "?" else len(words))
            elif isinstance(action.nargs, int):
                count = action.nargs if len(words) >= action.nargs else 0
            else:
                count = free
            if count:
                found = [action._convert(word) for word in words[:count]]
                setattr(namespace, action.dest, found[0] if action.nargs in (None, "?") else found)
                seen.append(action)
                del words[:count]
            elif action.nargs in ("*", "..."):
                seen.append(action)
                if getattr(namespace, action.dest, None) is None:
                    setattr(namespace, action.dest, [])
        rest.extend(words)
        del words[:], positionals[:served]

    def format_usage(self):
        if self.usage is not None:
            return "usage: " + self.usage.replace("%(prog)s", self.prog) + "\n"
        options = [action for action in self._actions if not action.is_positional and action.help != SUPPRESS]
        parts = self._grouped(options)
        positionals = self._grouped([action for action in self._actions if action.is_positional])
        head = "usage: " + self.prog
        whole = " ".join([head] + parts + positionals)
        if len(whole) <= 78:
            return whole + "\n"
        indent = " " * (len(head) + 1)
        if len(head) > 0.75 * 78:
            # A long name of the program stands by itself.
            indent = " " * len("usage: ")
            lines = [head] + self._lines(parts, indent) + self._lines(positionals, indent)
        else:
            # Options and positionals each begin a line of their own.
            lines = self._lines(parts, indent) + self._lines(positionals, indent)
            lines[0] = head + lines[0][len(head):]
        return "\n".join(lines) + "\n"

    def _lines(self, parts, indent):
        lines = []
        for part in parts:
            if lines and len(lines[-1]) + 1 + len(part) <= 78:
                lines[-1] += " " + part
            else:
                lines.append(indent + part)
        return lines

    def _grouped(self, actions):
        """What the usage says of each; those of which only one may be given stand in brackets together."""
        parts = []
        for action in actions:
            group = [group for group in self._groups if action in group._actions and len(group._actions) > 1]
            if not group:
                parts.append(action._usage())
                continue
            among = [one for one in group[0]._actions if one in actions]
            text = action._usage()
            if text.startswith("["):
                text = text[1:-1]
            before = "" if action is not among[0] else "(" if group[0]._required else "["
            after = " |" if action is not among[-1] else ")" if group[0]._required else "]"
            parts.append(before + text + after)
        return parts

    def format_help(self):
        import textwrap
        text = self.format_usage() + "\n"
        if self.description:
            text += textwrap.fill(self.description.replace("%(prog)s", self.prog), 78) + "\n\n"
        heads = {True: "positional arguments", False: "options" if _machine.minor >= 10 else "optional arguments"}
        shown = {}
        for action in self._actions:
            if action.help == SUPPRESS:
                continue
            if action.is_positional:
                head = action._variable()
            elif action._takes() and _machine.minor < 13:
                head = ", ".join([name + " " + action._arguments() for name in action.option_strings])
            else:
                head = ", ".join(action.option_strings) + (" " + action._arguments() if action._takes() else "")
            shown.setdefault(action.is_positional, []).append((head, action))
        width = min(24, max([len(head) + 4 for pairs in shown.values() for head, _ in pairs], default=24))
        for kind in (True, False):
            if kind not in shown:
                continue
            text += heads[kind] + ":\n"
            for head, action in shown[kind]:
                help = (action.help or "") % {"default": action.default, "prog": self.prog, "dest": action.dest, "type": ""} if action.help else ""
                if self._formatter is ArgumentDefaultsHelpFormatter and help and action.default not in (None, SUPPRESS):
                    help += " (default: " + str(action.default) + ")"
                lines = textwrap.wrap(help, max(78 - width, 11))
                if not lines:
                    text += "  " + head + "\n"
                elif len(head) + 4 <= width:
                    text += ("  " + head).ljust(width) + lines[0] + "\n"
                    lines = lines[1:]
                else:
                    text += "  " + head + "\n"
                text += "".join([" " * width + line + "\n" for line in lines])
            text += "\n"
        if self.epilog:
            text += textwrap.fill(self.epilog, 78) + "\n\n"
        return text.rstrip("\n") + "\n"

    def print_usage(self, file=None):
        (sys.stdout if file is None else file).write(self.format_usage())

    def print_help(self, file=None):
        (sys.stdout if file is None else file).write(self.format_help())

    def exit(self, status=0, message=None):
        if message:
            sys.stderr.write(message)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, self.prog + ": error: " + message + "\n")


class FileType:
    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode = mode

    def __call__(self, string):
        return open(string, self._mode)


if _machine.minor < 9:
    del BooleanOptionalAction
