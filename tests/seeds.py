"""Where five real reports lie beside the checkout, on the machines that have them."""

from pathlib import Path

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
