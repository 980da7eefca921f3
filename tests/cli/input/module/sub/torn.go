package sub

import "a" "b"
