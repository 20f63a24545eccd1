"""Stack rows, the channels between them and the bands round them from top to bottom."""

from collections.abc import Sequence

from msgspec import Struct

from guiju.drawing.channel import Span, tracks_of
from guiju.drawing.measures import (
    BAND_GAP,
    BETWEEN_WIRES,
    BOUNDARY_PAD,
    HEADER_HEIGHT,
    SMALL_LINE,
)
from guiju.drawing.nets import Net
from guiju.drawing.order import Terminal
from guiju.drawing.ports import FAR, Ports, begins_with_words
from guiju.drawing.rows import Row
from guiju.drawing.sizes import label_lines

BEFORE_TRACKS = 8.0
AFTER_TRACKS = 7.0
FOR_ARROWS = 12.0
LEAST_CHANNEL = 21.0
IN_BAND = 6.0


class Strata(Struct, frozen=True, kw_only=True):
    """Heights in the figure [px].

    Attributes:
        row_top: upper edge of each row.
        track: where each net runs along each channel, by net and channel.
        bands: upper and lower edge of each stage, None for rows of no stage.
        boundary: lower edge of the system boundary; ``bottom``: of everything inside or below it.
    """

    row_top: tuple[float, ...]
    track: dict[tuple[int, int], float]
    bands: tuple[tuple[float, float], ...]
    boundary: float
    bottom: float


class Channel(Struct, frozen=True, kw_only=True):
    """The wires between two rows: a track for each net that needs one."""

    tracks: dict[int, int]
    words: float

    @property
    def height(self) -> float:
        """Give the height of words and tracks, without what follows."""
        lanes = max(self.tracks.values(), default=-1) + 1
        return self.words + (BEFORE_TRACKS + BETWEEN_WIRES * (lanes - 1) if lanes else 0.0)


def channel_of(number: int, ports: Ports, nets: Sequence[Net], lanes: dict[int, float]) -> Channel:
    """Assign tracks in channel ``number``."""
    inside: dict[int, list[Terminal]] = {}
    for terminal in ports:
        if terminal.channel == number:
            inside.setdefault(terminal.net, []).append(terminal)
    spans = [span_of(net, members, ports, nets, lanes) for net, members in inside.items()]
    tracks = dict(zip(inside, tracks_of(spans), strict=True))
    starts = [t.net for t in ports if t.channel == number and begins_with_words(t, nets)]
    words = [label_lines(nets[net].label, len(starts) == 1) for net in starts]
    return Channel(
        tracks={net: track for net, track in tracks.items() if track >= 0},
        words=max((len(lines) * SMALL_LINE + 3 for lines in words), default=0.0),
    )


def span_of(
    net: int,
    members: Sequence[Terminal],
    ports: Ports,
    nets: Sequence[Net],
    lanes: dict[int, float],
) -> Span:
    """Give how far ``net`` runs along its channel, with its way out at a side."""
    near = tuple(ports[t] for t in members if t.upper)
    far = tuple(ports[t] for t in members if not t.upper)
    ends = {"bought": (-FAR,), "released": (FAR,), "back": (lanes.get(net, FAR),)}
    places = near + far + ends.get(nets[net].kind, ())
    return Span(low=min(places), high=max(places), near=near, far=far)


def strata_of(
    rows: Sequence[Row],
    heights: Sequence[float],
    channels: Sequence[Channel],
    top: float,
) -> Strata:
    """Stack everything below ``top``, the upper edge of the boundary."""
    pile = Pile(top)
    for number, row in enumerate(rows):
        previous = rows[number - 1] if number else None
        opens = previous is None or bool(row.title) or row.stage != previous.stage
        opens = opens or row.outside != rows[number - 1].outside
        if opens and previous is None:
            pile.open_band()
        pile.lay_tracks(number, channels[number])
        if opens and previous is not None:
            pile.close_band(previous.stage)
            if row.outside and not previous.outside:
                pile.close_boundary()
            pile.open_band()
            pile.y += IN_BAND if row.blocks else 0.0
        elif previous is not None and not row.title and previous.blocks:
            pile.leave_room_for_arrows(channels[number])
        elif row.blocks:
            pile.y += FOR_ARROWS if channels[number].tracks else IN_BAND
        pile.row_top.append(pile.y)
        pile.y += max(heights[number], HEADER_HEIGHT if row.title else 0.0)
    pile.lay_tracks(len(rows), channels[len(rows)])
    pile.close_band(rows[-1].stage if rows else "")
    if not (rows and rows[-1].outside):
        pile.close_boundary()
    return Strata(
        row_top=tuple(pile.row_top),
        track=pile.track,
        bands=tuple(pile.bands),
        boundary=pile.boundary,
        bottom=pile.y,
    )


class Pile:
    """The stack while it grows downwards; ``y`` is where it has come to."""

    def __init__(self, top: float) -> None:
        """Begin inside the upper edge of the boundary."""
        self.y = top + BOUNDARY_PAD
        self.band_top = self.y
        self.row_top: list[float] = []
        self.track: dict[tuple[int, int], float] = {}
        self.bands: list[tuple[float, float]] = []
        self.boundary = 0.0
        self.channel_top = self.y

    def open_band(self) -> None:
        """Begin the band of a stage."""
        self.band_top = self.y
        self.y += IN_BAND

    def lay_tracks(self, number: int, channel: Channel) -> None:
        """Lay the words and tracks of a channel."""
        self.channel_top = self.y
        for net, track in channel.tracks.items():
            at = self.y + channel.words + BEFORE_TRACKS + BETWEEN_WIRES * track
            self.track[net, number] = at
        self.y += channel.height

    def leave_room_for_arrows(self, channel: Channel) -> None:
        """End a channel above boxes."""
        self.y += FOR_ARROWS
        if self.row_top:
            self.y = max(self.y, self.channel_top + max(LEAST_CHANNEL, channel.words + FOR_ARROWS))

    def close_band(self, stage: str) -> None:
        """End the band of ``stage``."""
        self.y += AFTER_TRACKS
        if stage:
            self.bands.append((self.band_top, self.y))
        self.y += BAND_GAP

    def close_boundary(self) -> None:
        """End the boundary."""
        self.boundary = self.y - BAND_GAP + BOUNDARY_PAD
        self.y = self.boundary + FOR_ARROWS
