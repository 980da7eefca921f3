package module

import (
	"example.com/module/sub"
	"missing.example/x"
)

var _, _ = sub.X, x.X
