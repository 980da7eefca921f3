package order

// Package-level names in any order; types that refer to themselves and to each other.
var first = second + length

var second = function(third)

var third = T{other: &U{}}.other.self.field

func function(n int) int { return n * scale }

const scale = length * 2

const length = len([array]int{})

const array = 4

type T struct{ other *U }

type U struct {
	self  *U
	field int
	A
}

type A = B

type B interface{ m(A) []B }

var x, y = pair()

func pair() (U, error) { return U{}, nil }

var closure = func() int { return closureUser }

var closureUser = closure2()

func closure2() int { return len(closures) }

var closures = []func() int{closure}
