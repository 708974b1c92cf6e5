"""Arrays of single-precision numbers, which all that is learned is made of."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
