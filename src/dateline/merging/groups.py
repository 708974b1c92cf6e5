"""Disjoint groups of indexes that are joined two by two (union-find)."""


class Groups:
    """`size` groups of one; the root of a group is its lowest index."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, index: int) -> int:
        """The lowest index of the group that `index` is in."""
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, one: int, other: int) -> None:
        """Make one group of the groups of both."""
        first, second = sorted((self.root(one), self.root(other)))
        self._parent[second] = first

    def members(self) -> list[list[int]]:
        """The indexes of each group, in the order of their roots."""
        of: dict[int, list[int]] = {}
        for index in range(len(self._parent)):
            of.setdefault(self.root(index), []).append(index)
        return list(of.values())
