package p

import "fmt"
import (
	. "a"
	_ "b"
	c "d/e"

	"f"
)
