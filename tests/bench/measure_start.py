"""How long the commands take from a cold process: ``make bench``."""

import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

GUIJU = Path(sys.executable).parent / "guiju"
RUNS = 9


def main() -> None:
    """Print the median of several runs of each command, after one to fill the caches."""
    for words in (
        ("--help",),
        ("check", "electrolytic_aluminium"),
        (
            "calc",
            "electrolytic_aluminium",
            "standards/electrolytic_aluminium/examples/grid_2024.yaml",
        ),
    ):
        wall, cpu = [], []
        for _ in range(RUNS + 1):
            wall_seconds, cpu_seconds = measured(words)
            wall.append(wall_seconds)
            cpu.append(cpu_seconds)
        print(
            f"guiju {' '.join(words[:2]):<32}"
            f" {statistics.median(wall[1:]):6.3f} s elapsed {statistics.median(cpu[1:]):6.3f} s CPU"
            f"  (first run {wall[0]:.3f} s)"
        )


def measured(words: tuple[str, ...]) -> tuple[float, float]:
    """Run the command once; give elapsed and CPU time [s]."""
    cpu_before, wall_before = cpu_of_children(), time.perf_counter()
    subprocess.run([str(GUIJU), *words], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - wall_before, cpu_of_children() - cpu_before


def cpu_of_children() -> float:
    """Give the CPU time of all finished child processes [s]."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
