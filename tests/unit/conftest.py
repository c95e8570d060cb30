import sys
from pathlib import Path

# The hand-made book is shared by the report and command line tests.
sys.path.insert(0, str(Path(__file__).parent))
