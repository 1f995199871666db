"""All-pairs: few rows in which every pair of values of two parameters stands together at least once."""
import itertools
import random


def pairs_of(parameters, row):
    """The pairs of (parameter, value) that stand together in a row."""
    names = [name for name in parameters if name in row]
    return {((a, row[a]), (b, row[b])) for a, b in itertools.combinations(names, 2)}


def wanted(parameters, allowed=lambda row: True):
    """Every pair that some allowed row can hold."""
    found = set()
    for a, b in itertools.combinations(parameters, 2):
        for one, other in itertools.product(parameters[a], parameters[b]):
            if complete(parameters, {a: one, b: other}, allowed, random.Random(1)) is not None:
                found.add(((a, one), (b, other)))
    return found


def complete(parameters, start, allowed, chance, score=lambda row, name, value: 0):
    """A whole allowed row that begins with `start`, each further value the one with the highest score; None when there is none. `allowed` may be asked
    about rows that are not whole yet: it says no only where no further value could help."""
    if not allowed(start):
        return None
    missing = [name for name in parameters if name not in start]
    if not missing:
        return start
    name = missing[0]
    values = list(parameters[name])
    chance.shuffle(values)
    for value in sorted(values, key=lambda value: -score(start, name, value)):
        row = complete(parameters, start | {name: value}, allowed, chance, score)
        if row is not None:
            return row
    return None


def rows(parameters, allowed=lambda row: True, seed=7):
    """Rows that hold every possible pair, always the same for the same parameters."""
    chance = random.Random(seed)
    left = wanted(parameters, allowed)
    order = list(parameters)
    made = []
    while left:
        # Begin with the parameter values that have most pairs left.
        first = max(sorted(left, key=str), key=lambda pair: sum(pair[0] in other or pair[1] in other for other in left) if len(left) < 400 else 0)

        def score(row, name, value):
            return sum(tuple(sorted(((other, row[other]), (name, value)), key=lambda pair: order.index(pair[0]))) in left for other in row)

        row = complete(parameters, dict(first), allowed, chance, score)
        new = pairs_of(parameters, row) & left
        assert new, "a row without a new pair: the generator would never end"
        left -= new
        made.append({name: row[name] for name in parameters})
    return made


def uncovered(parameters, made, allowed=lambda row: True):
    """The possible pairs that no row holds."""
    held = set().union(*(pairs_of(parameters, row) for row in made)) if made else set()
    return wanted(parameters, allowed) - held


def prove(find):
    """The generator held against its promise, on made-up parameters of every shape."""
    chance = random.Random(20261128)
    for turn in range(12):
        parameters = {f"p{number}": [f"v{value}" for value in range(chance.randint(1, 7))] for number in range(chance.randint(2, 6))}

        def allowed(row, turn=turn):
            return turn % 2 == 0 or not (row.get("p0") == "v0" and row.get("p1") == "v0")

        made = rows(parameters, allowed)
        for pair in uncovered(parameters, made, allowed):
            find(f"pairs: {pair} is in no row")
        if any(not allowed(row) for row in made):
            find("pairs: a row that is not allowed")
        sizes = sorted((len(values) for values in parameters.values()), reverse=True)
        if len(made) > 2 * sizes[0] * sizes[1] + 2:
            find(f"pairs: {len(made)} rows for sizes {sizes}")
        # Each row is needed for something, or the check itself sees nothing.
        if made and turn % 2 == 0 and not uncovered(parameters, made[1:], allowed):
            find("pairs: taking the first row away goes unnoticed")
