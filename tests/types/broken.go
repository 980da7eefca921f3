package broken

import (
	"unsafe"

	"example.com/missing/v2/go-kafka"
)

// A faulty part does not cost the types of the rest.
type T struct {
	known int
	lost  Undeclared
	far   *kafka.Reader
}

type Cycle Cycle
type Loop = Loop2
type Loop2 = Loop

var self = self + 1

const overflow int8 = 300

func (t *T) method(u Undeclared) (int, string) {
	t.known = t.nothing
	u.field.call(t.known)
	r := kafka.NewReader(kafka.Config{Topic: "t"})
	defer r.Close()
	x := nowhere(t.known + 1)
	y := x.z + 1
	ok := y == t.known
	if ok && x.w {
		return t.known
	}
	for i, v := range x {
		_, _ = i, v
	}
	var arr [nolen]int
	n := len(arr)
	a, b := n, t.method(u), 3
	return a, b
}

func dup() int    { return 1 }
func dup() string { return "" }

var d = dup()

// Of a name that stands there twice the first is declared.
func twice() int {
	x, x := 1, "two"
	return x
}

// A function's size is known before its type is.
func sized([unsafe.Sizeof(sized)]int) {}
