"""A visitor who has a keyboard and nothing else."""

from playwright.sync_api import Locator

# More stops than a visitor would bear before giving up on a page.
PATIENCE = 200


def walk_to(goal: Locator) -> None:
    """Press Tab until the goal has the focus."""
    for _ in range(PATIENCE):
        if goal.evaluate("element => element === document.activeElement"):
            return
        goal.page.keyboard.press("Tab")
    raise AssertionError(f"{goal} is not reached in {PATIENCE} presses of Tab")


def press_on(goal: Locator, key: str = "Enter") -> None:
    """Walk to the goal and press a key there."""
    walk_to(goal)
    goal.page.keyboard.press(key)
