#!/usr/bin/env python3
"""Makes deadlines.txt: terms counted one day at a time, by nothing that the program knows.

The days off of 2015 to 2026 are written out below as they were announced; those of 2027 to 2035 follow from the law and the usual choice.
The terms are written out again too. Usage: oracle.py > deadlines.txt
"""
import datetime as dt
import random

DAY = dt.timedelta(days=1)

# Weekdays on which offices were closed, and Saturdays on which they were open.
OFF = {
    2015: "1/1 2/1 16/2 17/2 18/2 19/2 20/2 23/2 28/4 29/4 30/4 1/5 2/9",
    2016: "1/1 8/2 9/2 10/2 11/2 12/2 18/4 2/5 3/5 2/9",
    2017: "2/1 26/1 27/1 30/1 31/1 1/2 6/4 1/5 2/5 4/9",
    2018: "1/1 14/2 15/2 16/2 19/2 20/2 25/4 30/4 1/5 3/9 31/12",
    2019: "1/1 4/2 5/2 6/2 7/2 8/2 15/4 29/4 30/4 1/5 2/9",
    2020: "1/1 23/1 24/1 27/1 28/1 29/1 2/4 30/4 1/5 2/9",
    2021: "1/1 10/2 11/2 12/2 15/2 16/2 21/4 30/4 3/5 2/9 3/9",
    2022: "3/1 31/1 1/2 2/2 3/2 4/2 11/4 2/5 3/5 1/9 2/9",
    2023: "2/1 20/1 23/1 24/1 25/1 26/1 1/5 2/5 3/5 1/9 4/9",
    2024: "1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9",
    2025: "1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9",
    2026: "1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11",
    # Not announced: as the law and the usual choice have them.
    2027: "1/1 4/2 5/2 8/2 9/2 10/2 16/4 30/4 3/5 2/9 3/9 24/11",
    2028: "3/1 24/1 25/1 26/1 27/1 28/1 4/4 1/5 2/5 1/9 4/9 24/11",
    2029: "1/1 12/2 13/2 14/2 15/2 16/2 23/4 30/4 1/5 3/9 4/9 26/11",
    2030: "1/1 31/1 1/2 4/2 5/2 6/2 12/4 30/4 1/5 2/9 3/9 25/11",
    2031: "1/1 21/1 22/1 23/1 24/1 27/1 1/4 30/4 1/5 1/9 2/9 24/11",
    2032: "1/1 9/2 10/2 11/2 12/2 13/2 19/4 30/4 3/5 2/9 3/9 24/11",
    2033: "3/1 31/1 1/2 2/2 3/2 4/2 11/4 2/5 3/5 1/9 2/9 24/11",
    2034: "2/1 17/2 20/2 21/2 22/2 23/2 28/4 1/5 2/5 1/9 4/9 24/11",
    2035: "1/1 6/2 7/2 8/2 9/2 12/2 17/4 30/4 1/5 3/9 4/9 26/11",
}
OPEN = "27/12/2014 14/2/2015 25/4/2015 5/1/2019 4/5/2019 4/5/2024 26/4/2025 10/1/2026 22/8/2026"


def parse(text):
    d, m, y = (int(p) for p in text.split("/"))
    return dt.date(y, m, d)


CLOSED = {parse(f"{d}/{y}") for y, days in OFF.items() for d in days.split()}
OPENED = {parse(d) for d in OPEN.split()}


def works(day):
    return day in OPENED or (day.weekday() < 5 and day not in CLOSED)


def month_later(day, months):
    y, m = divmod(day.year * 12 + day.month - 1 + months, 12)
    for d in (day.day, 30, 29, 28):
        try:
            if d <= day.day:
                return dt.date(y, m + 1, d)
        except ValueError:
            pass
    raise ValueError


def end(start, parts, pauses):
    """The last day: parts are (count, unit); on days of a pause (from the first to before the last) nothing is counted."""
    def stands(day):
        return any(a.date() <= day < b.date() for a, b in pauses)

    day = start.date()
    for count, unit in parts:
        if unit == "month":
            count, unit = (month_later(day, count) - day).days, "day"
        while count > 0:
            day += DAY
            if not stands(day) and (unit == "day" or works(day)):
                count -= 1
    while not works(day) or stands(day):
        day += DAY
    return day


def before(event, count, unit):
    day = event.date()
    while count > 0:
        day -= DAY
        if unit == "day" or works(day):
            count -= 1
    while not works(day):
        day -= DAY
    return day


# What the law says, written out once more: rule, term, extension, whether it may stand still.
LAW = [
    ("tctt-18-4", (5, "working-day"), None, False, "disclosure.publish"),
    ("tctt-22-4", (15, "day"), None, False, "disclosure.answer-claim"),
    ("tctt-29-2", (10, "working-day"), (10, "working-day", "more-time-to-collect"), False, "information-request.provide"),
    ("tctt-30-3", (3, "working-day"), None, False, "information-request.provide"),
    ("tctt-30-4", (15, "working-day"), (15, "day", "more-time-to-collect"), False, "information-request.provide"),
    ("pakn-9-1", (5, "working-day"), None, False, "petition.transfer"),
    ("kn-28", (30, "day"), (15, "day", "complex-case"), False, "complaint.settle-first"),
    ("tc-24-1", (7, "working-day"), (3, "working-day", "many-places"), False, "denunciation.handle-first"),
    ("tcd-28-1", (10, "working-day"), None, False, "leader-petition.notify"),
    ("house-on-site-answer", (5, "day"), None, True, "on-site-report.answer"),
    ("house-proposal-answer", (20, "day"), None, True, "proposal.answer"),
]


def at(day, minutes):
    return dt.datetime(day.year, day.month, day.day) + dt.timedelta(minutes=minutes)


def text(moment):
    return moment.strftime("%Y-%m-%dT%H:%M")


def main():
    dice = random.Random(20261129)
    rows = []
    # Around everything that can go wrong: Tết, swapped Saturdays, ends of years, leap days, National Day, the last and first minute of a day.
    near = [parse(d) for d in (
        "26/12/2018 31/12/2018 4/1/2019 5/1/2019 26/4/2019 3/5/2019 4/5/2019 22/1/2020 28/2/2020 29/2/2020 9/2/2021 31/8/2021 1/9/2021 30/12/2021 "
        "28/1/2022 29/4/2022 31/8/2022 19/1/2023 27/4/2023 28/4/2023 7/2/2024 28/2/2024 29/2/2024 26/4/2024 3/5/2024 4/5/2024 30/8/2024 "
        "24/1/2025 25/4/2025 26/4/2025 29/8/2025 31/12/2025 9/1/2026 10/1/2026 13/2/2026 15/2/2026 18/2/2026 24/4/2026 21/8/2026 22/8/2026 28/8/2026 "
        "23/11/2026 24/11/2026 30/12/2026 3/2/2027 30/4/2027 1/9/2027 24/1/2028 28/2/2028 29/2/2028 1/9/2028 12/2/2029 23/11/2029 31/1/2030 "
        "21/1/2031 6/2/2032 28/2/2032 28/1/2033 16/2/2034 5/2/2035").split()]
    minutes = [0, 1, 415, 540, 1019, 1021, 1439]
    rules = [r for r in LAW if r[1]]
    for index, day in enumerate(near):
        for rule in dice.sample(rules, 4):
            if rule[0] == "tc-24-1" and day.year < 2019:
                continue
            rows.append((rule, at(day, minutes[(index + len(rows)) % len(minutes)]), [], None))
    for _ in range(220):
        rule = dice.choice(rules)
        rows.append((rule, at(dt.date(2019, 1, 1) + DAY * dice.randrange(5700), dice.randrange(1440)), [], None))
    for _ in range(120):
        rule = dice.choice([r for r in rules if r[2]])
        start = at(dt.date(2019, 1, 1) + DAY * dice.randrange(5700), dice.randrange(1440))
        count, unit, reason = rule[2]
        rows.append((rule, start, [], (dice.randint(1, count), unit, reason)))
    for _ in range(120):
        rule = dice.choice([r for r in rules if r[3]])
        start = at(dt.date(2019, 1, 1) + DAY * dice.randrange(5700), dice.randrange(1440))
        limit = end(start, [rule[1]], [])
        stop = start + dt.timedelta(minutes=dice.randrange(max(1, int((at(limit, 0) - start).total_seconds() // 60))))
        rows.append((rule, start, [(stop, stop + dt.timedelta(minutes=dice.choice([30, 900, 4000, 20000, 40000])))], None))
    print("# matter | rule | start (+07:00) | events | last day in time (+07:00)")
    seen = set()
    for (code, term, _, _, matter), start, pauses, more in rows:
        parts = [term] + ([more[:2]] if more else [])
        events = " ".join(f"S{text(a)} R{text(b)}" for a, b in pauses)
        if more:
            events = f"E{text(start + dt.timedelta(minutes=1))}={more[0]}_{more[1]}={more[2]}"
        row = f"{matter} | {code} | {text(start)} | {events or '-'} | {end(start, parts, pauses)}"
        if row not in seen:
            seen.add(row)
            print(row)
    for day in near + [dt.date(2027, 1, 4) + DAY * (11 * k) for k in range(60)]:
        for matter, code, count in (("outage.announce", "nd224-13", 7), ("reception.announce", "tcd-24-4", 5)):
            if code == "nd224-13" and day < dt.date(2026, 7, 1):
                continue
            event = at(day, 480)
            print(f"{matter} | {code} | {text(event)} | - | {before(event, count, 'working-day')}")
    for day in near:
        for months, code, matter in ((1, "term-1-month", "test.1"), (6, "term-6-month", "test.6"), (12, "term-12-month", "test.12")):
            start = at(day, 600)
            print(f"{matter} | {code} | {text(start)} | - | {end(start, [(months, 'month')], [])}")


main()
