#!/usr/bin/env python3
"""A page-table mapper in Python, and the loop that makes it a subject:

    pagetck check "process:python3 mapper.py"
    pagetck check "process:python3 mapper.py bytes"     its tables are looked at, too

To judge a mapper of your own, keep `main` and put your mapper in the place of `Mapper`.
"""
import mmap
import sys

SIZES = {"4K": 1, "2M": 2, "1G": 3}  # the level of the table that holds such a leaf
NAMES = ["PRESENT", "WRITABLE", "USER", "WRITE_THROUGH", "NO_CACHE", "ACCESSED", "DIRTY", "HUGE_PAGE", "GLOBAL",
         "BIT_9", "BIT_10", "BIT_11", "PAT"] + [None] * 39 + [f"BIT_{bit}" for bit in range(52, 63)] + ["NO_EXECUTE"]
FLAGS = {name: 1 << bit for bit, name in enumerate(NAMES) if name}
PRESENT, WRITABLE, USER, HUGE = FLAGS["PRESENT"], FLAGS["WRITABLE"], FLAGS["USER"], FLAGS["HUGE_PAGE"]
NO_EXECUTE, PAT, PAT_4K = FLAGS["NO_EXECUTE"], FLAGS["PAT"], 1 << 7
TYPE = FLAGS["WRITE_THROUGH"] | FLAGS["NO_CACHE"] | PAT
ADDRESS = 0x000F_FFFF_FFFF_F000
WORD = (1 << 64) - 1


class Refused(Exception):
    """Why a call is refused."""


def span(level):
    """The bytes of address space that one entry at `level` stands for."""
    return 1 << (12 + 9 * (level - 1))


def narrows(before, after):
    """Whether flags allow less than before, or select another memory type, so that what a TLB holds must go."""
    lost, changed = before & ~after, before ^ after
    if not before & PRESENT:
        return False
    return bool(lost & (PRESENT | WRITABLE) or changed & (USER | TYPE) or after & ~before & NO_EXECUTE)


class OwnHost:
    """Memory and frames of this program's own."""

    START, FRAMES = 0x1_0000_0000, 2048

    def __init__(self, levels):
        self.levels, self.start, self.root = levels, self.START, self.START
        self.memory, self.size = bytearray(self.FRAMES * 4096), self.FRAMES * 4096
        self.next, self.budget = 1, None

    def take(self):
        if self.budget == 0 or self.next == self.FRAMES:
            raise Refused("NO_FRAME")
        if self.budget is not None:
            self.budget -= 1
        self.next += 1
        return self.start + (self.next - 1) * 4096


class SharedHost:
    """The suite's memory: the file, and behind it the words of frames and events."""

    def __init__(self, levels, path, start, size, root):
        self.levels, self.start, self.size, self.root = levels, start, size, root
        with open(path, "r+b") as file:
            self.memory = mmap.mmap(file.fileno(), 0)
        self.words = memoryview(self.memory)[size:].cast("Q")

    def take(self):
        left = self.words[0]
        if left == 0:
            raise Refused("NO_FRAME")
        frame = self.words[4 + left - 1]
        self.words[0] = left - 1
        return frame


class Mapper:
    """The tables of one address space. Nothing is kept outside of them."""

    def __init__(self, host):
        self.host = host
        self.limit = host.start + host.size

    # ---- entries

    def load(self, address):
        at = address - self.host.start
        return int.from_bytes(self.host.memory[at:at + 8], "little")

    def store(self, address, word):
        at = address - self.host.start
        self.host.memory[at:at + 8] = word.to_bytes(8, "little")

    def state(self, level, word):
        if word == 0:
            return "EMPTY"
        if not word & PRESENT:
            return "RESERVED"
        huge = level > 1 and word & HUGE
        if level > 1 and not huge:
            frame = word & ADDRESS
            return "LINK" if self.host.start <= frame < self.limit else "MALFORMED"
        inside = 0 if level == 1 else (span(level) - 1) & ADDRESS & ~PAT
        return "MALFORMED" if level > 3 or word & inside else "LEAF"

    @staticmethod
    def leaf(level, frame, flags):
        if level > 1:
            return frame | flags | HUGE
        return frame | flags & ~PAT | (PAT_4K if flags & PAT else 0)

    @staticmethod
    def parts(level, word):
        """The frame and the flags of a leaf."""
        if level == 1:
            flags = word & ~ADDRESS & WORD
            return word & ADDRESS, flags & ~PAT_4K | (PAT if flags & PAT_4K else 0)
        return word & ADDRESS & ~PAT, word & (~ADDRESS | PAT) & ~HUGE & WORD

    # ---- what callers may pass

    def check_address(self, address):
        bits = 12 + 9 * self.host.levels
        upper = address >> (bits - 1)
        if upper not in (0, (1 << (64 - bits + 1)) - 1):
            raise Refused("NON_CANONICAL")

    def check(self, page, level, frame=0, flags=0):
        self.check_address(page)
        if page % span(level) or frame % span(level):
            raise Refused("MISALIGNED")
        if frame >> 52:
            raise Refused("OUT_OF_RANGE")
        if flags & HUGE:
            raise Refused("INVALID_FLAGS")

    # ---- the way down

    def walk(self, address, lowest):
        """The slots from the root down to `lowest` or the first that is no link: (level, its address, its word)."""
        table, way = self.host.root, []
        for level in range(self.host.levels, lowest - 1, -1):
            at = table + (address // span(level)) % 512 * 8
            word = self.load(at)
            way.append((level, at, word))
            if self.state(level, word) != "LINK":
                break
            table = word & ADDRESS
        return way

    def find(self, page, level):
        """The way to the leaf slot of a page, which something else must not be in."""
        way = self.walk(page, level)
        found, _, word = way[-1]
        state = self.state(found, word)
        if found > level:
            raise Refused("NOT_MAPPED" if state in ("EMPTY", "RESERVED") else "PARENT_HUGE_PAGE")
        if state == "LINK":
            raise Refused("TABLE_ENTRY")
        if state == "MALFORMED":
            raise Refused("INVALID_FRAME_ADDRESS")
        return way, state

    def widen(self, way, rights):
        """Adds rights to the links of `way`. A link that gains USER may narrow what the kernel could do below it."""
        flush = "none"
        for level, at, word in way:
            if self.state(level, word) == "LINK" and rights & ~word:
                self.store(at, word | rights)
                flush = "all" if rights & ~word & USER else flush
        return flush

    # ---- operations

    def map(self, size, page, frame, flags):
        level = SIZES[size]
        self.check(page, level, frame, flags)
        word = self.leaf(level, frame, flags)
        if word == 0:
            raise Refused("INVALID_FLAGS")
        way = self.walk(page, level)
        found, at, there = way[-1]
        if there != 0:
            state = self.state(found, there)
            reason = "PARENT_RESERVED" if state == "RESERVED" else "PARENT_HUGE_PAGE"
            raise Refused("ALREADY_MAPPED" if found == level else reason)
        rights = flags & (WRITABLE | USER)
        frames, missing = [], found - level
        try:
            while len(frames) < missing:
                frames.append(self.host.take())
            flush = self.widen(way, rights)
        finally:  # without a frame, the tables that there are stay
            for table in frames:
                self.host.memory[table - self.host.start:table - self.host.start + 4096] = bytes(4096)
                self.store(at, table | PRESENT | rights)
                found -= 1
                at = table + (page // span(found)) % 512 * 8
        self.store(at, word)
        return f"flush={flush}"

    def unmap(self, size, page):
        level = SIZES[size]
        self.check(page, level)
        way, state = self.find(page, level)
        if state != "LEAF":
            raise Refused("NOT_MAPPED")
        self.store(way[-1][1], 0)
        frame, flags = self.parts(level, way[-1][2])
        return f"{frame:#x} flags={print_flags(flags)} flush=page"

    def update_flags(self, size, page, flags):
        level = SIZES[size]
        self.check(page, level, 0, flags)
        way, state = self.find(page, level)
        if state == "EMPTY":
            raise Refused("NOT_MAPPED")
        frame, before = self.parts(level, way[-1][2])
        word = self.leaf(level, frame, flags)
        if flags & PRESENT and self.state(level, word) != "LEAF":
            raise Refused("INVALID_FRAME_ADDRESS")
        if word == 0:
            raise Refused("INVALID_FLAGS")
        flush = self.widen(way[:-1], flags & (WRITABLE | USER))
        self.store(way[-1][1], word)
        return f"flush={'page' if flush == 'none' and narrows(before, flags) else flush}"

    def translate_page(self, size, page):
        level = SIZES[size]
        self.check(page, level)
        way, state = self.find(page, level)
        if state != "LEAF":
            raise Refused("NOT_MAPPED")
        frame, flags = self.parts(level, way[-1][2])
        return f"{frame:#x} flags={print_flags(flags)}"

    def translate(self, address):
        self.check_address(address)
        level, _, word = self.walk(address, 1)[-1]
        state = self.state(level, word)
        if state != "LEAF":
            raise Refused("INVALID_FRAME_ADDRESS" if state == "MALFORMED" else "NOT_MAPPED")
        frame, flags = self.parts(level, word)
        size = next(name for name, leaf_level in SIZES.items() if leaf_level == level)
        return f"{size} {frame:#x} offset={address % span(level):#x} flags={print_flags(flags)}"


def print_flags(flags):
    return "|".join(name for name, mask in FLAGS.items() if flags & mask) or "-"


def read_flags(word):
    return sum(FLAGS[name] for name in word.split("|")) if word != "-" else 0


def call(mapper, words):
    """Carries out one call and returns the answer."""
    number = lambda index: int(words[index], 16)
    match words[0], len(words):
        case "map", 5:
            return mapper.map(words[1], number(2), number(3), read_flags(words[4]))
        case "unmap", 3:
            return mapper.unmap(words[1], number(2))
        case "update-flags", 4:
            return mapper.update_flags(words[1], number(2), read_flags(words[3]))
        case "translate-page", 3:
            return mapper.translate_page(words[1], number(2))
        case "translate", 2:
            return mapper.translate(number(1))
    return None


def answer(mapper, words):
    try:
        given = call(mapper, words)
        return "unsupported" if given is None else f"ok {given}"
    except Refused as refused:
        return f"refused {refused}"
    except Exception as error:  # the mapper broke, and this program lives to tell it
        return f"panic {type(error).__name__} {error}"


def open_host(words):
    options = dict(word.split("=", 1) for word in words[1:])
    levels = int(options["levels"])
    if "memory-file" not in options:
        return OwnHost(levels)
    return SharedHost(levels, options["memory-file"], int(options["start"], 16), int(options["bytes"]),
                      int(options["root"], 16))


def main():
    effects = "diff" if sys.argv[1:] == ["bytes"] else "none"
    host = mapper = None
    for line in sys.stdin:
        words = line.split()
        match words[:1]:
            case [] | ["."]:
                sys.stdout.flush()
                continue
            case ["pagetck"]:
                given = f"mapper name=pagetck%20Python%20sample version=1.0 contract=strict levels=4,5 effects={effects}"
            case ["open"]:
                host = open_host(words)
                mapper = Mapper(host)
                given = "ok"
            case ["budget"] if isinstance(host, OwnHost):
                host.budget = None if words[1] == "all" else int(words[1])
                given = "ok"
            case ["close"]:
                host = mapper = None
                given = "ok"
            case _:
                given = answer(mapper, words) if mapper else "unsupported"
        print(given)


if __name__ == "__main__":
    sys.stdout.reconfigure(line_buffering=True)
    main()
