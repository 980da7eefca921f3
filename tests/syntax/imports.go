package p

import "fmt"
import (
	. "a"
	_ "b"
	c "d/e"

	"f"
)
import ()
import `raw`

const a = 1
const (
	b, c = iota, 2
	d, e
	f int = 3
)

var ()
