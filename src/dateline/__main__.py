"""`python -m dateline` is the command `dateline`."""

import sys

from dateline.cli.entry import main

sys.exit(main())
