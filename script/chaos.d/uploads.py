"""Files for the library, in pieces as the desk's script sends them; what was acknowledged must be there with the same bytes."""
import hashlib, json, os, struct, time, zlib

from articles import PLACE
from letters import WORDS

LIBRARY = PLACE + "/thu-vien"


def png():
    """A picture like no other: 48 by 32 pixels of noise."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + os.urandom(48 * 3) for _ in range(32))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 48, 32, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def text(choose):
    return (" ".join(choose.choices(WORDS, k=choose.randrange(200, 20000))) + "\n").encode()


class Upload:
    """One file that the library said it has."""

    def __init__(self, name, content, href, file):
        self.name, self.content, self.href, self.file, self.asset, self.first = name, content, href, file, None, None
        self.is_picture = name.endswith(".png")

    @classmethod
    def bring(cls, world, who, choose):
        """The acknowledged upload; None where the library refused it (which is written down) or the end came first."""
        is_picture = choose.random() < 0.6
        content = png() if is_picture else text(choose)
        name = f"thu-{hashlib.sha256(content).hexdigest()[:20]}." + ("png" if is_picture else "txt")
        address, offset = None, 0
        for _ in range(200):
            if address is None:
                answer = who.post(LIBRARY + "/lan-gui", {"ten": name, "co": str(len(content))})
                if answer and answer.status == 201:
                    address, offset = answer.location, 0
                    continue
            else:
                piece = content[offset:offset + max(1000, len(content) // 3)]
                answer = who.send("PATCH", address, body=piece, headers={
                    "Content-Type": "application/offset+octet-stream", "X-Caunoi-Form": who.token, "Upload-Offset": str(offset)})
                if answer and answer.status == 201:
                    said = json.loads(answer.text)
                    world.noted("upload")
                    one = cls(name, content, said["href"], said["file"]["id"])
                    one.wait(world, who)
                    return one
                if answer and answer.status == 200:
                    offset = json.loads(answer.text)["offset"]
                    continue
            if answer and answer.status == 422 and "hết chỗ" in answer.text:
                # No room on the disk: that is said, and what came is kept.
                world.count("uploads told that there is no room")
                time.sleep(0.5)
            elif answer and answer.status < 500 and answer.status not in (404, 409):
                world.wrong(f"upload {name} was refused: {answer.status} {answer.text[:200]}")
                return None
            if answer is None or answer.status >= 500:
                world.count("acts sent again")
                world.wait_ready()
            if address is None:
                continue
            # How far did it come? Where the upload is not known any more, it is done, or begins once more.
            state = who.get(address)
            if state and state.status == 200:
                there = json.loads(state.text)["offset"]
                if there < offset:
                    world.count("uploads that went back")
                offset = there
            elif state and state.status == 404:
                if found := cls.find(who, name):
                    world.noted("upload")
                    one = cls(name, content, f"{LIBRARY}/tep/{found['id']}", found["id"])
                    one.wait(world, who)
                    return one
                address = None
                world.count("uploads begun anew")
        world.wrong(f"upload {name} did not come to an end")
        return None

    @staticmethod
    def rows(who, name):
        answer = who.get(f"{LIBRARY}.json?q={name.split('.')[0]}")
        return [row for row in json.loads(answer.text)["rows"] if row["name"] == name] if answer and answer.status == 200 else None

    @classmethod
    def find(cls, who, name):
        rows = cls.rows(who, name)
        return rows[0] if rows else None

    def wait(self, world, who, seconds=3):
        """Until it was looked into, or for so long; then a picture can stand in an article."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            row = self.find(who, self.name)
            if row and row["asset"]:
                self.asset = row["asset"] if self.is_picture else None
                return
            time.sleep(0.2)

    def check(self, who, patience=60):
        """What is wrong with it; None when it is there once, with its bytes. Pictures are written anew when they come in: theirs must not change afterwards."""
        until = time.monotonic() + patience
        while True:
            answer = who.get(self.href + "/noi-dung")
            if answer and answer.status == 200 or time.monotonic() > until:
                break
            time.sleep(0.3)
        if not answer or answer.status != 200:
            return f"upload {self.name} ({self.file}) was acknowledged and answers {answer}"
        if self.is_picture and not answer.body.startswith(b"\x89PNG"):
            return f"upload {self.name} ({self.file}) is no picture any more"
        if not self.is_picture and answer.body != self.content:
            return f"upload {self.name} ({self.file}) has other bytes: {len(answer.body)} instead of {len(self.content)}"
        rows = self.rows(who, self.name)
        if rows is not None and len(rows) != 1:
            return f"upload {self.name} is there {len(rows)} times"
        return None
