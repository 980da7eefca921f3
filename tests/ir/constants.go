package p

import "time"

const limit = 10 * time.Second

type level int

const (
	low level = iota
	high
)

func constants(d time.Duration) (any, level) {
	time.Sleep(limit)
	time.Sleep(2 * d)
	n := len([3]int{})
	_ = n
	return "a" + "b", high
}
