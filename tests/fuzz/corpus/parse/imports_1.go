package p

import ()
import `raw`

const a = 1
const (
	b, c = iota, 2
	d, e
	f int = 3
