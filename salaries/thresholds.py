"""How many values it takes: the sample sizes below which less is shown, and why."""

# Raised whenever what a release may show or how its rows are counted is decided in another way:
# what was computed of a release before is then computed anew.
RULES = 1

# Fewer answers than this tell who answered, not what the job pays; they are not shown.
FEWEST_TO_SHOW = 5
# Below ten values a tenth percentile is one person's pay.
FEWEST_FOR_TAILS = 10
# Of ten values a tenth percentile lies between the lowest and the next, at which the interval of
# the median begins: the two would tell the lowest, which is somebody's pay.
FEWEST_FOR_INTERVAL = 11
# Below thirty values the median still moves a lot with each one; the page says "few".
FEW = 30
