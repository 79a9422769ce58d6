"""How time and memory of the redline grow with the size of an act."""

import math
import random
import time
import tracemalloc

WORDS = 8_000


def act(size: int, seed: int) -> list[str]:
    """An act of about that many characters, one numbered article a line."""
    source = random.Random(seed)  # noqa: S311 - words, no secrets
    words = vocabulary()
    lines: list[str] = []
    written = 0
    while written < size:
        sentence = " ".join(source.choices(words, k=source.randrange(20, 120))).capitalize()
        lines.append(f"Article {len(lines) + 1}. {sentence}.\n")
        written += len(lines[-1])
    return lines


def vocabulary() -> list[str]:
    """Words of two to nine letters."""
    source = random.Random(7)  # noqa: S311 - words, no secrets
    return ["".join(source.choices("abcdefghijklmnoprstuv", k=source.randrange(2, 10))) for _ in range(WORDS)]


def with_changed_words(lines: list[str], every: int) -> list[str]:
    """Every so-manieth word another one."""
    words = " ".join(lines).split(" ")
    others = vocabulary()
    for place in range(every, len(words), every):
        if words[place].isalpha():
            words[place] = others[place * 31 % WORDS]
    return [" ".join(words)]


def shuffled(lines: list[str]) -> list[str]:
    """The articles in another order, one word of each changed."""
    edited = [line.replace(" ", " anew ", 3).replace(" anew ", " ", 2) for line in lines]
    return random.Random(3).sample(edited, len(edited))  # noqa: S311 - an order, no secret


CASES = {
    "amended here and there": lambda lines: with_changed_words(lines, 2_000),
    "every 20th word changed": lambda lines: with_changed_words(lines, 20),
    "20,000 words changed a MB": lambda lines: with_changed_words(lines, 7),
    "rewritten": lambda lines: act(sum(map(len, lines)), seed=2),
    "shuffled and edited": shuffled,
    "one paragraph, every 20th word": lambda lines: with_changed_words(lines, 20),
}


def one(case: str, megabytes: float, *, with_memory: bool) -> float:
    """Seconds, or by how many times the size of both texts the memory grows at most."""
    from amendments.redline.plain import compare_plain

    lines = act(int(megabytes * 1_000_000), seed=1)
    before, after = "".join(lines), "".join(CASES[case](lines))
    if case.startswith("one paragraph"):
        before, after = before.replace("\n", " "), after.replace("\n", " ")
    compare_plain(before[:2_000], after[:2_000])
    if not with_memory:
        start = time.process_time()
        compare_plain(before, after)
        return time.process_time() - start
    tracemalloc.start()
    compare_plain(before, after)
    return tracemalloc.get_traced_memory()[1] / len((before + after).encode())


def report(sizes: list[float]) -> None:
    """Print seconds for each size, the exponent of growth and the memory of the smallest size."""
    print(f"\n{'growth':34}" + "".join(f"{size:>8g} MB" for size in sizes) + "   exponent  memory/input")
    for case in CASES:
        found = [one(case, size, with_memory=False) for size in sizes]
        exponent = math.log(found[-1] / found[0]) / math.log(sizes[-1] / sizes[0])
        memory = one(case, sizes[0], with_memory=True)
        tracemalloc.stop()
        print(f"{case:34}{''.join(f'{s:>9.2f} s' for s in found)}{exponent:>10.2f}{memory:>13.1f}")
